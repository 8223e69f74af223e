package io.tallyport.core.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ConsignmentSource} keeps to. */
public interface ConsignmentSourceContract {

    ConsignmentsUnderTest platform();

    private ConsignmentSource source() {
        return platform().source();
    }

    private ExternalId create(String reference, ExternalId outlet, String mark) {
        return platform()
                .sink()
                .create(new NewConsignment(
                        ConsignmentKind.SUPPLIER,
                        outlet,
                        Optional.empty(),
                        Optional.of(platform().supplier()),
                        reference,
                        "spring goods",
                        mark));
    }

    private List<ExternalId> found(String reference, ExternalId outlet) {
        return source().withReference(ConsignmentKind.SUPPLIER, outlet, reference).stream()
                .filter(ConsignmentHeader::isLive)
                .map(ConsignmentHeader::id)
                .toList();
    }

    /** Reads all changes from a point on. */
    private List<ExternalId> changes(Optional<Cursor> since) {
        List<ExternalId> ids = new ArrayList<>();
        ConsignmentChanges page;
        Optional<Cursor> from = since;
        do {
            page = source().changedSince(from);
            page.headers().forEach(header -> ids.add(header.id()));
            from = Optional.of(page.next());
        } while (page.more());
        return ids;
    }

    private Cursor now() {
        Optional<Cursor> from = Optional.empty();
        ConsignmentChanges page;
        do {
            page = source().changedSince(from);
            from = Optional.of(page.next());
        } while (page.more());
        return page.next();
    }

    @Test
    default void oneIsFoundByItsReferenceAsSoonAsItWasAnswered() {
        ExternalId id = create("PO-1", platform().outlet(), "m1");

        ConsignmentHeader header = source().withReference(
                        ConsignmentKind.SUPPLIER, platform().outlet(), "PO-1")
                .get(0);

        assertThat(header.id()).isEqualTo(id);
        assertThat(header.state()).isEqualTo(ConsignmentState.OPEN);
        assertThat(header.kind()).isEqualTo(ConsignmentKind.SUPPLIER);
        assertThat(header.outlet()).isEqualTo(platform().outlet());
        assertThat(header.supplier()).contains(platform().supplier());
        assertThat(header.reference()).contains("PO-1");
        assertThat(header.isLive()).isTrue();
        assertThat(NewConsignment.bears(header, "m1")).isTrue();
        assertThat(NewConsignment.bears(header, "m2")).isFalse();
    }

    @Test
    default void aReferenceIsComparedWhole() {
        create("PO-10", platform().outlet(), "m1");
        create("po-1", platform().outlet(), "m2");
        ExternalId meant = create("PO-1", platform().outlet(), "m3");

        assertThat(found("PO-1", platform().outlet())).containsExactly(meant);
        assertThat(found("PO-2", platform().outlet())).isEmpty();
    }

    @Test
    default void thoseOfAnotherOutletAreNotMeant() {
        ExternalId here = create("PO-1", platform().outlet(), "m1");
        ExternalId there = create("PO-1", platform().otherOutlet(), "m2");

        assertThat(found("PO-1", platform().outlet())).containsExactly(here);
        assertThat(found("PO-1", platform().otherOutlet())).containsExactly(there);
    }

    @Test
    default void severalWithOneReferenceAllCome() {
        ExternalId one = create("PO-1", platform().outlet(), "m1");
        ExternalId other = create("PO-1", platform().outlet(), "m2");

        assertThat(found("PO-1", platform().outlet())).containsExactlyInAnyOrder(one, other);
    }

    @Test
    default void aCalledOffOneIsToldAsSuch() {
        ExternalId id = create("PO-1", platform().outlet(), "m1");
        platform().sink().cancel(id);

        assertThat(found("PO-1", platform().outlet())).isEmpty();
        assertThat(source().withReference(ConsignmentKind.SUPPLIER, platform().outlet(), "PO-1"))
                .allMatch(header -> header.state() == ConsignmentState.CANCELLED || header.deleted());
    }

    @Test
    default void aDeletedOneIsNotLive() {
        ExternalId id = create("PO-1", platform().outlet(), "m1");
        platform().sink().delete(id);

        assertThat(found("PO-1", platform().outlet())).isEmpty();
        assertThat(source().read(id).filter(there -> there.header().isLive())).isEmpty();
    }

    @Test
    default void whatIsNotThereIsEmpty() {
        ExternalId id = create("PO-1", platform().outlet(), "m1");
        platform().sink().delete(id);

        assertThat(source().read(id).filter(there -> !there.header().deleted())).isEmpty();
    }

    @Test
    default void aReadHasAllLinesWithTheirFigures() {
        ExternalId id = create("PO-1", platform().outlet(), "m1");
        for (int i = 0; i < 5; i++) {
            platform()
                    .lines()
                    .set(id, new LineOrder(platform().item(i), Quantity.of(i + 1), Optional.of(UnitCost.parse("2.5"))));
        }

        Consignment there = source().read(id).orElseThrow();

        assertThat(there.lines()).hasSize(5);
        for (int i = 0; i < 5; i++) {
            ConsignmentLine line = there.line(platform().item(i)).orElseThrow();
            assertThat(line.ordered()).isEqualTo(Quantity.of(i + 1));
            assertThat(line.receivedOrNone()).isEqualTo(Quantity.ZERO);
            assertThat(line.cost()).contains(UnitCost.parse("2.5"));
        }
    }

    @Test
    default void whatChangedIsToldOnceTheCursorWasTaken() {
        ExternalId old = create("PO-1", platform().outlet(), "m1");
        Cursor before = now();
        assertThat(changes(Optional.of(before))).doesNotContain(old);

        ExternalId fresh = create("PO-2", platform().outlet(), "m2");
        platform().sink().cancel(old);

        assertThat(changes(Optional.of(before))).contains(fresh, old);
    }

    @Test
    default void aReadOfChangesFromTheBeginningMissesNone() {
        List<ExternalId> made = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            made.add(create("PO-" + i, platform().outlet(), "m" + i));
        }

        assertThat(changes(Optional.empty())).containsAll(made);
    }
}
