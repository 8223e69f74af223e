package io.tallyport.lightspeed.xseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentChanges;
import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentLine;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.CountSink;
import io.tallyport.core.consignment.CountSinkContract;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.NewConsignment;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.webhook.WebhookSubscription;
import io.tallyport.core.webhook.WebhookSubscriptions;
import io.tallyport.lightspeed.control.OrderKit;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts of the ports, and what goes wrong between, against the sandbox over real HTTP, for each form of the API. */
abstract class XSeriesOrders extends OrderKit<SandboxOrders> implements CountSinkContract {

    /**
     * A store.
     *
     * @param options of the connection
     * @param manners of the sandbox, as JSON
     */
    XSeriesOrders(Map<String, String> options, String manners) {
        super(new SandboxOrders(options));
        store.staff("manners", manners);
    }

    @Override
    public CountSink counts() {
        return store.session().port(CountSink.class).orElseThrow();
    }

    @Override
    public void listed(ExternalId count) {
        store.pass(Duration.ofSeconds(10));
    }

    @Override
    public Quantity stockOf(ExternalId item) {
        return store
                .session()
                .port(InventorySource.class)
                .orElseThrow()
                .levelsOf(store.outlet(), List.of(item))
                .stream()
                .flatMap(level -> level.onHand().stream())
                .findFirst()
                .orElse(Quantity.ZERO);
    }

    /**
     * As the contract has it, but for an order that has a line: X-Series takes no new status for an empty one, so that is
     * deleted, and shows none that was deleted.
     */
    @Override
    @Test
    public void whatChangedIsToldOnceTheCursorWasTaken() {
        ExternalId old = created("PO-1");
        store.lines().set(old, line(0, 4));
        Cursor before = now();

        ExternalId fresh = created("PO-2");
        store.sink().cancel(old);

        assertThat(store.source().changedSince(Optional.of(before)).headers())
                .extracting(ConsignmentHeader::id)
                .contains(fresh, old);
        assertThat(store.source().read(old).orElseThrow().state()).isEqualTo(ConsignmentState.CANCELLED);
    }

    @Test
    void webhooksAreMadeOnceFoundAgainAndTakenBack() {
        WebhookSubscriptions hooks =
                store.session().port(WebhookSubscriptions.class).orElseThrow();
        URI address = URI.create("https://example.invalid/hooks/x");
        WebhookSubscription made = hooks.create("consignment.send", address);
        assertThat(made.active()).isTrue();

        assertThat(hooks.create("consignment.send", address)).isEqualTo(made);

        assertThat(hooks.list()).containsExactly(made);
        assertThat(hooks.activate(made)).isEqualTo(made);
        assertThatThrownBy(() -> hooks.create("consignment.create", address))
                .isInstanceOf(PortException.Rejected.class);
        assertThat(hooks.delete(made.id())).isTrue();
        assertThat(hooks.delete(made.id())).isFalse();
    }

    @Test
    void anEmptyOrderThatIsCalledOffIsDeleted() {
        ExternalId id = created("PO-1");

        store.sink().cancel(id);

        assertThat(store.source().read(id)).isEmpty();
    }

    @Test
    void aLateCreateLandsAfterASecondOneAndBothAreFound() {
        store.next("\"kind\":\"late\",\"millis\":300");
        assertThatThrownBy(() -> created("PO-1")).isInstanceOf(PortException.UnknownOutcome.class);
        ExternalId second = created("PO-1");

        store.awaitTheLateOne();

        assertThat(found("PO-1")).hasSize(2).contains(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sets", "adds", "refused"})
    void aNewLineIsExactWhateverASecondPostDoes(String repeated) {
        store.staff("manners", "{\"repeated\":\"" + repeated + "\"}");
        ExternalId id = created("PO-1");
        store.next("\"kind\":\"late\",\"millis\":300");
        assertThatThrownBy(() -> store.lines().set(id, line(0, 4))).isInstanceOf(PortException.UnknownOutcome.class);

        store.lines().set(id, line(0, 4));
        store.awaitTheLateOne();

        assertThat(lines(id))
                .singleElement()
                .satisfies(line -> assertThat(line.ordered()).isEqualTo(Quantity.of(4)));
    }

    @Test
    void linesOnSeveralPagesAreAllRead() {
        ExternalId id = created("PO-1");
        List<LineOrder> many = new ArrayList<>();
        for (int number = 0; number < store.items(); number++) {
            many.add(line(number, number + 1));
        }
        long before = store.requests();

        store.lines().add(id, many);

        assertThat(store.requests() - before).isEqualTo(1);
        assertThat(lines(id)).hasSize(store.items());
    }

    @Test
    void aCostThatWeDoNotGiveIsThePlatforms() {
        ExternalId id = created("PO-1");
        store.lines().set(id, line(0, 4));

        store.lines().set(id, new LineOrder(store.item(0), Quantity.of(5), Optional.empty()));

        assertThat(lines(id).get(0).cost()).contains(UnitCost.parse("2.5"));
    }

    @Test
    void nothingReceivedIsNotZeroReceivedUntilTheOrderIsDone() {
        ExternalId id = created("PO-1");
        store.lines().set(id, line(0, 4));
        store.lines().set(id, line(1, 4));
        store.sink().advance(id, ConsignmentState.SENT);
        store.lines().receive(id, store.item(1), Quantity.of(3));
        assertThat(lineOf(id, 0).received()).isEmpty();

        store.sink().advance(id, ConsignmentState.RECEIVED);

        assertThat(lineOf(id, 0).received()).contains(Quantity.ZERO);
        assertThat(lineOf(id, 1).received()).contains(Quantity.of(3));
    }

    @Test
    void nothingIsReceivedForAnOrderThatWasNotSentOrALineThatIsNotThere() {
        ExternalId id = created("PO-1");
        store.lines().set(id, line(0, 4));
        assertThatThrownBy(() -> store.lines().receive(id, store.item(0), Quantity.of(1)))
                .isInstanceOf(PortException.Conflict.class);
        store.sink().advance(id, ConsignmentState.SENT);

        assertThatThrownBy(() -> store.lines().receive(id, store.item(1), Quantity.of(1)))
                .isInstanceOf(PortException.Rejected.class);
    }

    @Test
    void whatStaffDoIsRead() {
        ExternalId id = created("PO-1");
        store.lines().set(id, line(0, 10));
        store.sink().advance(id, ConsignmentState.SENT);
        store.staff(
                "receive",
                "{\"consignment\":\"PO-1\",\"goods\":{\"" + store.sku(0) + "\":7,\"" + store.sku(1) + "\":2}}");

        Consignment there = store.source().read(id).orElseThrow();

        assertThat(there.state()).isEqualTo(ConsignmentState.RECEIVED);
        assertThat(there.line(store.item(0)).orElseThrow().received()).contains(Quantity.of(7));
        ConsignmentLine unexpected = there.line(store.item(1)).orElseThrow();
        assertThat(unexpected.ordered()).isEqualTo(Quantity.ZERO);
        assertThat(unexpected.received()).contains(Quantity.of(2));
    }

    @Test
    void aStateThatNobodyKnowsOrThatWentBackIsTold() {
        ExternalId id = created("PO-1");
        Cursor before = now();
        store.staff("status", "{\"consignment\":\"PO-1\",\"status\":\"ON_THE_MOON\"}");
        ConsignmentChanges changes = store.source().changedSince(Optional.of(before));
        assertThat(changes.headers()).singleElement().satisfies(header -> {
            assertThat(header.state()).isEqualTo(ConsignmentState.UNKNOWN);
            assertThat(header.status().raw()).isEqualTo("ON_THE_MOON");
        });
        assertThatThrownBy(() -> store.sink().advance(id, ConsignmentState.SENT))
                .isInstanceOf(PortException.Conflict.class);

        store.staff("status", "{\"consignment\":\"PO-1\",\"status\":\"OPEN\"}");

        assertThat(store.source().read(id).orElseThrow().state()).isEqualTo(ConsignmentState.OPEN);
    }

    @Test
    void aCompletionWithoutAnAnswerIsUnknownAndDoneOnce() {
        ExternalId count = store.sink()
                .create(new NewConsignment(
                        ConsignmentKind.STOCKTAKE,
                        store.outlet(),
                        Optional.empty(),
                        Optional.empty(),
                        "CT-2",
                        "",
                        "m1",
                        List.of(store.item(0))));
        store.sink().advance(count, ConsignmentState.IN_PROGRESS);
        listed(count);
        store.lines().receive(count, store.item(0), Quantity.of(3));
        store.faults("[{\"on\":{\"platform\":\"xseries\",\"method\":\"PUT\",\"pathContains\":\"/consignments\"},"
                + "\"do\":{\"kind\":\"cut-after\"}}]");

        assertThatThrownBy(() -> counts().complete(count, Map.of(store.item(0), Quantity.of(3))))
                .isInstanceOf(PortException.UnknownOutcome.class);

        assertThat(store.source().read(count).orElseThrow().state()).isEqualTo(ConsignmentState.COMPLETE);
        counts().complete(count, Map.of(store.item(0), Quantity.of(3)));
        assertThat(stockOf(store.item(0))).isEqualTo(Quantity.of(3));
    }

    @Test
    void aTransferAndAReturnGoTheirOwnWays() {
        ExternalId transfer = store.sink()
                .create(head(ConsignmentKind.OUTLET, "TR-1", Optional.of(store.otherOutlet()), Optional.empty()));
        store.lines().set(transfer, line(0, 2));
        store.sink().advance(transfer, ConsignmentState.SENT);
        store.lines().receive(transfer, store.item(0), Quantity.of(2));
        store.sink().advance(transfer, ConsignmentState.RECEIVED);
        assertThat(store.source().read(transfer).orElseThrow().header().sourceOutlet())
                .contains(store.otherOutlet());
        ExternalId back = store.sink()
                .create(head(ConsignmentKind.RETURN, "RE-1", Optional.empty(), Optional.of(store.supplier())));
        store.lines().set(back, line(0, 2));
        store.sink().advance(back, ConsignmentState.SENT);

        assertThatThrownBy(() -> store.sink().advance(back, ConsignmentState.RECEIVED))
                .isInstanceOf(PortException.Rejected.class);
    }

    @Test
    void aCountIsNotCompletedBeforeItIsListedNorWhileAProductWasNotCounted() {
        ExternalId count =
                store.sink().create(head(ConsignmentKind.STOCKTAKE, "CT-1", Optional.empty(), Optional.empty()));
        store.sink().advance(count, ConsignmentState.IN_PROGRESS);
        assertThatThrownBy(() -> store.sink().advance(count, ConsignmentState.COMPLETE))
                .isInstanceOfSatisfying(
                        PortException.Transient.class,
                        early -> assertThat(early.context().code()).contains(XSeriesErrors.COUNT_NOT_LISTED));
        store.pass(Duration.ofSeconds(10));
        List<ConsignmentLine> listed = lines(count);
        assertThat(listed).hasSizeGreaterThan(5);
        assertThatThrownBy(() -> store.sink().advance(count, ConsignmentState.COMPLETE))
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(XSeriesErrors.COUNT_WOULD_ZERO));

        listed.forEach(line -> store.lines()
                .receive(count, line.product(), line.ordered().abs().plus(Quantity.of(1))));
        store.sink().advance(count, ConsignmentState.COMPLETE);

        assertThat(store.source().read(count).orElseThrow().state()).isEqualTo(ConsignmentState.COMPLETE);
    }

    private ConsignmentLine lineOf(ExternalId id, int item) {
        return store.source().read(id).orElseThrow().line(store.item(item)).orElseThrow();
    }

    private Cursor now() {
        ConsignmentChanges page = store.source().changedSince(Optional.empty());
        while (page.more()) {
            page = store.source().changedSince(Optional.of(page.next()));
        }
        return page.next();
    }
}
