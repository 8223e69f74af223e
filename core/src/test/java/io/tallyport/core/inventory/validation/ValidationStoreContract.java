package io.tallyport.core.inventory.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.inventory.RouteComparison.ReadExtent;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What everything that keeps validations keeps to. */
public interface ValidationStoreContract {

    Instant START = Instant.parse("2026-03-01T10:00:00Z");
    RouteId ROUTE = new RouteId("main");

    ValidationStore store();

    ValidationReports reports();

    private static ValidatedRow row(String sku, String difference, int rank, FoundFlaw... flaws) {
        return new ValidatedRow(
                sku,
                "Title of " + sku,
                Optional.of(new ExternalId("s-" + sku)),
                Optional.of(new ExternalId("t-" + sku)),
                Optional.of(Quantity.parse("1.25")),
                Optional.of(Quantity.of(-3)),
                difference.isEmpty() ? Optional.empty() : Optional.of(Quantity.parse(difference)),
                rank == 0 ? OptionalInt.empty() : OptionalInt.of(rank),
                List.of(flaws));
    }

    private static Validation validation(String id, RouteId route, Instant started) {
        return new Validation(
                new ValidationId(id),
                route,
                ValidationKind.FULL,
                started,
                started.plusSeconds(5),
                List.of(
                        new Validation.Read("stock of the source", new ReadExtent(7, OptionalLong.of(7))),
                        new Validation.Read("stock of the target", new ReadExtent(6, OptionalLong.empty()))),
                12,
                3,
                8,
                6,
                Map.of(Flaw.QUANTITY, 2L, Flaw.TITLE, 1L),
                List.of("One note.", "Another note."));
    }

    private Validation keep(String id, RouteId route, Instant started, List<ValidatedRow> rows) {
        Validation validation = validation(id, route, started);
        store().begin(validation.id(), route, validation.kind(), started);
        store().add(validation.id(), 1, rows);
        store().end(validation);
        return validation;
    }

    private List<ValidatedRow> rows(String id, boolean offOnly) {
        List<ValidatedRow> rows = new ArrayList<>();
        reports().rows(new ValidationId(id), offOnly, rows::add);
        return rows;
    }

    @Test
    default void whatHasEndedIsFoundAsItWas() {
        Validation kept = keep("v1", ROUTE, START, List.of());
        assertThat(reports().find(kept.id())).contains(kept);
        assertThat(reports().of(ROUTE)).containsExactly(kept);
        assertThat(reports().of(new RouteId("other"))).isEmpty();
        assertThat(reports().find(new ValidationId("none"))).isEmpty();
    }

    @Test
    default void whatHasNotEndedIsFoundByNobody() {
        store().begin(new ValidationId("v1"), ROUTE, ValidationKind.FULL, START);
        store().add(new ValidationId("v1"), 1, List.of(row("A", "1", 0)));
        assertThat(reports().find(new ValidationId("v1"))).isEmpty();
        assertThat(reports().of(ROUTE)).isEmpty();
    }

    @Test
    default void rowsComeBackAsTheyWere() {
        ValidatedRow off = row(
                "A\u00e4",
                "4.25",
                0,
                new FoundFlaw(Flaw.QUANTITY, "1.25", "-3"),
                new FoundFlaw(Flaw.TITLE, "tab\tand\nline\\n", "\\"));
        ValidatedRow bare = new ValidatedRow(
                "B",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of());
        keep("v1", ROUTE, START, List.of(off, bare));
        assertThat(rows("v1", false)).containsExactly(off, bare);
        assertThat(rows("v1", true)).containsExactly(off);
    }

    @Test
    default void rankedRowsComeFirstThenTheLargestDifference() {
        FoundFlaw flaw = FoundFlaw.of(Flaw.QUANTITY);
        keep(
                "v1",
                ROUTE,
                START,
                List.of(
                        row("small", "1", 0, flaw),
                        row("second", "0", 2),
                        row("none", "", 0),
                        row("large", "9", 0, flaw),
                        row("first", "2", 1, flaw),
                        row("large-too", "9", 0, flaw)));
        assertThat(rows("v1", false))
                .extracting(ValidatedRow::sku)
                .containsExactly("first", "second", "large", "large-too", "small", "none");
        assertThat(rows("v1", true))
                .extracting(ValidatedRow::sku)
                .containsExactly("first", "large", "large-too", "small");
    }

    @Test
    default void thousandsOfRowsComeEachOnceAndInOrder() {
        Random random = new Random(5);
        List<ValidatedRow> rows = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            rows.add(row("S" + i, Integer.toString(random.nextInt(20)), 0));
        }
        store().begin(new ValidationId("v1"), ROUTE, ValidationKind.FULL, START);
        store().add(new ValidationId("v1"), 1, rows.subList(0, 1200));
        store().add(new ValidationId("v1"), 1201, rows.subList(1200, 2500));
        store().end(validation("v1", ROUTE, START));
        List<ValidatedRow> read = rows("v1", false);
        assertThat(read).hasSize(2500).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(read)
                .extracting(row -> row.difference().orElseThrow())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    default void onlyTheLatestOfARouteAndKindStay() {
        RouteId other = new RouteId("other");
        keep("elsewhere", other, START, List.of());
        for (int i = 0; i < 5; i++) {
            keep("v" + i, ROUTE, START.plus(Duration.ofMinutes(i)), List.of(row("A", "1", 0)));
        }
        store().begin(new ValidationId("left"), ROUTE, ValidationKind.FULL, START.plusSeconds(1));
        store().begin(new ValidationId("underway"), ROUTE, ValidationKind.FULL, START.plusSeconds(1000));
        store().prune(ROUTE, ValidationKind.FULL, 2);
        assertThat(reports().of(ROUTE)).extracting(one -> one.id().value()).containsExactly("v4", "v3");
        assertThat(reports().of(other)).hasSize(1);
        assertThat(rows("v1", false)).isEmpty();
        assertThat(rows("v4", false)).hasSize(1);
        store().end(validation("underway", ROUTE, START.plusSeconds(1000)));
        assertThat(reports().find(new ValidationId("underway"))).isPresent();
    }
}
