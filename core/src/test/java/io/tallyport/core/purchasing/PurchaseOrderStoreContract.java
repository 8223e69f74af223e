package io.tallyport.core.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.ConsignmentStatus;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Page;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Racers;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link PurchaseOrderStore} keeps to. */
public interface PurchaseOrderStoreContract {

    Instant AT = Instant.parse("2026-03-08T02:30:00.123456Z");

    PurchaseOrderStore subject();

    UnitOfWork unitOfWork();

    private PurchaseOrder add(PurchaseLine... lines) {
        return subject().add(Orders.draft(lines), "clerk", AT);
    }

    private PurchaseOrder add() {
        return add(Orders.line("MUG", "4", "1.25"));
    }

    private PurchaseOrder replace(PurchaseOrder order) {
        return subject().replace(order, AT).orElseThrow();
    }

    private List<PurchaseOrder> all(OrderFilter filter) {
        List<PurchaseOrder> found = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<PurchaseOrder> page = subject().list(filter, next);
            found.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        return found;
    }

    @Test
    default void whatWasAddedIsFoundAgain() {
        PurchaseOrder order = add(Orders.line("MUG", "4", "1.25"), Orders.line("größe 🛒", "2.5"));

        assertThat(subject().find(order.id())).contains(order);
        assertThat(order.state()).isEqualTo(PurchaseState.DRAFT);
        assertThat(order.revision()).isEqualTo(1);
        assertThat(order.createdAt()).isEqualTo(AT);
        assertThat(order.lines())
                .extracting(PurchaseLine::ordered)
                .containsExactly(Quantity.of(4), Quantity.parse("2.5"));
        assertThat(subject().find(new PurchaseOrderId("PO-1"))).isEmpty();
    }

    @Test
    default void numbersGoOnWithinAYearAndBeginAnewInTheNext() {
        assertThat(add().id()).hasToString("PO-2026-001");
        assertThat(add().id()).hasToString("PO-2026-002");
        assertThat(subject()
                        .add(Orders.draft(Orders.line("MUG", "1")), "clerk", Instant.parse("2026-12-31T23:59:59Z"))
                        .id())
                .hasToString("PO-2026-003");
        assertThat(subject()
                        .add(Orders.draft(Orders.line("MUG", "1")), "clerk", Instant.parse("2027-01-01T00:00:00Z"))
                        .id())
                .hasToString("PO-2027-001");
    }

    @Test
    default void aNumberThatIsTakenIsPassedOver() {
        subject().add(Orders.named("PO-2026-001", Orders.line("MUG", "1")), "clerk", AT);

        assertThat(add().id()).hasToString("PO-2026-002");
    }

    @Test
    default void anOrderMayBringItsNumberOnce() {
        PurchaseOrder own = subject().add(Orders.named("shop-7.A", Orders.line("MUG", "1")), "clerk", AT);

        assertThat(subject().find(new PurchaseOrderId("shop-7.A"))).contains(own);
        assertThatThrownBy(() -> subject().add(Orders.named("shop-7.A", Orders.line("CUP", "1")), "clerk", AT))
                .isInstanceOf(PortException.Conflict.class);
        assertThat(subject().find(own.id())).contains(own);
        assertThat(subject().find(new PurchaseOrderId("shop-7.a"))).isEmpty();
    }

    @Test
    default void everythingOfAnOrderIsKept() {
        PurchaseOrder order = subject()
                .add(
                        new OrderDraft(
                                Optional.empty(),
                                new ConnectionId("other"),
                                ConsignmentKind.OUTLET,
                                "Branch",
                                "Main",
                                "größe\t'x' \"y\" 🛒",
                                List.of(Orders.line("MUG", "4.00001", "0.00001"), Orders.line("CUP", "1"))),
                        "clerk",
                        AT);
        LineOrder carried = new LineOrder(
                new ExternalId("item 1"), Quantity.parse("4.00001"), Optional.of(UnitCost.parse("0.00001")));
        LineOrder costless = new LineOrder(new ExternalId("item 2"), Quantity.ZERO, Optional.empty());
        PurchaseOrder changed = order.withState(PurchaseState.PARTIALLY_RECEIVED)
                .withSyncDue(true)
                .withHold(Optional.of(new OrderHold("LS002", "x (no item)", AT.plusSeconds(1))))
                .withLink(Optional.of(new RemoteLink(
                        new ExternalId("c 1"),
                        new ConsignmentStatus(ConsignmentState.UNKNOWN, "PARKED"),
                        true,
                        AT.plusSeconds(2))))
                .withDeletedAt(AT.plusSeconds(3))
                .withLines(List.of(
                        order.lines()
                                .get(0)
                                .withReceived(Quantity.parse("-1.5"))
                                .withCarried(Optional.of(carried)),
                        order.lines().get(1).withCarried(Optional.of(costless)),
                        Orders.line("NEW", "3", "12345678.12345")));

        PurchaseOrder stored = subject().replace(changed, AT.plusSeconds(4)).orElseThrow();

        assertThat(stored).isEqualTo(changed.stored(2, AT.plusSeconds(4)));
        assertThat(subject().find(order.id())).contains(stored);
    }

    @Test
    default void onlyWhoHasSeenTheLastRevisionChangesAnOrder() {
        PurchaseOrder order = add();
        PurchaseOrder approved = replace(order.withState(PurchaseState.APPROVED));

        assertThat(subject().replace(order.withState(PurchaseState.CANCELLED), AT))
                .isEmpty();

        assertThat(subject().find(order.id())).contains(approved);
    }

    @Test
    default void anOrderThatIsNotThereIsNotReplaced() {
        PurchaseOrder order = add();
        PurchaseOrder other =
                PurchaseOrder.of(new PurchaseOrderId("PO-9"), Orders.draft(Orders.line("MUG", "1")), "clerk", AT);

        assertThat(subject().replace(other, AT)).isEmpty();
        assertThat(subject().list(OrderFilter.ALL, Optional.empty()).items()).containsExactly(order);
    }

    @Test
    default void linesComeInTheirOrderAndAlsoGo() {
        PurchaseOrder order = add(IntStream.range(0, 250)
                .mapToObj(i -> Orders.line("SKU-" + (250 - i), "1"))
                .toArray(PurchaseLine[]::new));

        assertThat(subject().find(order.id()).orElseThrow().lines()).isEqualTo(order.lines());

        PurchaseOrder fewer = replace(order.withLines(order.lines().subList(100, 103)));

        assertThat(subject().find(order.id()).orElseThrow().lines()).isEqualTo(fewer.lines());
    }

    @Test
    default void skusThatDifferInCaseOrAccentAreDifferent() {
        PurchaseOrder order =
                add(Orders.line("a", "1"), Orders.line("A", "2"), Orders.line("ä", "3"), Orders.line("a b", "4"));

        assertThat(subject().find(order.id()).orElseThrow().lines()).isEqualTo(order.lines());
    }

    @Test
    default void aListMeansWhatItsFilterSays() {
        PurchaseOrder draft = add();
        PurchaseOrder due = replace(add().withState(PurchaseState.APPROVED).withSyncDue(true));
        PurchaseOrder held = replace(add().withState(PurchaseState.APPROVED)
                .withSyncDue(true)
                .withHold(Optional.of(new OrderHold("LS002", "x", AT))));
        PurchaseOrder deleted = replace(add().withDeletedAt(AT));
        PurchaseOrder linked = replace(add().withState(PurchaseState.SUBMITTED)
                .withLink(Optional.of(new RemoteLink(
                        new ExternalId("c-1"), ConsignmentStatus.of(ConsignmentState.SENT), false, AT))));

        assertThat(all(OrderFilter.ALL)).containsExactly(draft, due, held, linked);
        assertThat(all(OrderFilter.DUE)).containsExactly(due);
        assertThat(all(OrderFilter.ALL.in(Set.of(PurchaseState.APPROVED)))).containsExactly(due, held);
        assertThat(all(OrderFilter.ALL.at(new ConnectionId("nobody")))).isEmpty();
        assertThat(all(OrderFilter.of(Orders.TILL, new ExternalId("c-1")))).containsExactly(linked);
        assertThat(all(OrderFilter.of(Orders.TILL, new ExternalId("C-1")))).isEmpty();
        assertThat(all(new OrderFilter(
                        Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true), true)))
                .containsExactly(held);
        assertThat(all(new OrderFilter(
                        Set.of(PurchaseState.DRAFT),
                        Optional.of(Orders.TILL),
                        Optional.empty(),
                        Optional.of(false),
                        Optional.of(false),
                        true)))
                .containsExactly(draft, deleted);
    }

    @Test
    default void aLongListComesInPagesAndTellsItsTotal() {
        for (int i = 0; i < 230; i++) {
            add();
        }

        Page<PurchaseOrder> first = subject().list(OrderFilter.ALL, Optional.empty());

        assertThat(first.items()).hasSizeLessThanOrEqualTo(100);
        assertThat(first.next()).isPresent();
        assertThat(all(OrderFilter.ALL)).hasSize(230).doesNotHaveDuplicates();
        Page<PurchaseOrder> last = first;
        while (last.next().isPresent()) {
            last = subject().list(OrderFilter.ALL, last.next());
        }
        assertThat(last.total()).hasValue(230);
    }

    @Test
    default void aFailedUnitOfWorkLeavesThemAsTheyWere() {
        PurchaseOrder order = add();

        Undone.in(unitOfWork(), () -> {
            replace(order.withState(PurchaseState.APPROVED).withLines(List.of(Orders.line("CUP", "1"))));
            add();
        });

        assertThat(all(OrderFilter.ALL)).containsExactly(order);
    }

    @Test
    default void thoseWhoAddAtOnceGetDifferentNumbers() {
        List<PurchaseOrderId> ids = Racers.race(8, number -> add().id());

        assertThat(new HashSet<>(ids)).hasSize(8);
    }

    @Test
    default void ofSeveralWhoReplaceAtOnceExactlyOneWins() {
        for (int round = 0; round < 5; round++) {
            PurchaseOrder order = add();

            List<Boolean> answers = Racers.race(
                    6, number -> subject().replace(order.withSyncDue(true), AT).isPresent());

            assertThat(answers).containsOnlyOnce(true);
        }
    }
}
