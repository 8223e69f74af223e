package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link RouteCursors} and {@link DueRows} keeps to. */
public interface CycleStoresContract {

    RouteId ROUTE = new RouteId("till-to-shop");
    PlanId PLAN = new PlanId("p1");
    Instant AT = Instant.parse("2026-03-08T02:30:00.123456Z");

    RouteCursors cursors();

    DueRows due();

    UnitOfWork unitOfWork();

    private static DueRow row(String item) {
        return new DueRow(new ExternalId("s" + item), new ExternalId(item));
    }

    private List<DueRow> all(RouteId route) {
        List<DueRow> rows = new ArrayList<>();
        due().of(route, rows::add);
        return rows;
    }

    private void replace(RouteId route, PlanId plan, DueRow... rows) {
        due().replace(route, plan, List.of(rows)::forEach);
    }

    @Test
    default void aCursorIsKeptWholeAndMoves() {
        RouteCursor first = new RouteCursor("b", 1, 2, Optional.of(AT), Optional.empty());
        RouteCursor second = new RouteCursor("c", 3, 4, Optional.of(AT), Optional.of(AT.plusSeconds(1)));
        assertThat(cursors().find(ROUTE)).isEmpty();

        cursors().move(ROUTE, first);
        assertThat(cursors().find(ROUTE)).contains(first);

        cursors().move(ROUTE, second);
        assertThat(cursors().find(ROUTE)).contains(second);
        assertThat(cursors().find(new RouteId("other"))).isEmpty();
    }

    @Test
    default void aPlansRowsTakeThePlaceOfAllThatWereDue() {
        replace(ROUTE, PLAN, row("1"), row("2"));
        replace(new RouteId("other"), PLAN, row("9"));

        replace(ROUTE, new PlanId("p2"), row("2"), row("3"));

        assertThat(all(ROUTE)).containsExactly(row("2"), row("3"));
        assertThat(all(new RouteId("other"))).containsExactly(row("9"));
    }

    @Test
    default void nothingDueIsNothing() {
        replace(ROUTE, PLAN, row("1"));
        replace(ROUTE, PLAN);

        assertThat(all(ROUTE)).isEmpty();
    }

    @Test
    default void manyRowsComeEachOnce() {
        List<DueRow> many = IntStream.range(0, 2300).mapToObj(i -> row("i" + i)).toList();

        due().replace(ROUTE, PLAN, many::forEach);

        assertThat(all(ROUTE)).hasSize(2300).containsExactlyInAnyOrderElementsOf(many);
    }

    @Test
    default void whatAPlanHasDoneIsDueNoMore() {
        replace(ROUTE, PLAN, row("1"), row("2"), row("3"));

        due().done(ROUTE, PLAN, List.of(new ExternalId("1"), new ExternalId("3"), new ExternalId("7")));

        assertThat(all(ROUTE)).containsExactly(row("2"));
    }

    @Test
    default void rowsBecomeDueBesideOthers() {
        replace(ROUTE, PLAN, row("1"), row("2"));

        due().add(ROUTE, new PlanId("p2"), List.of(row("2"), row("3")));

        assertThat(all(ROUTE)).containsExactly(row("1"), row("2"), row("3"));
        due().done(ROUTE, PLAN, List.of(new ExternalId("1"), new ExternalId("2"), new ExternalId("3")));
        assertThat(all(ROUTE)).containsExactly(row("2"), row("3"));
    }

    @Test
    default void whatALaterPlanMadeDueStays() {
        replace(ROUTE, PLAN, row("1"));
        replace(ROUTE, new PlanId("p2"), row("1"));

        due().done(ROUTE, PLAN, List.of(new ExternalId("1")));

        assertThat(all(ROUTE)).containsExactly(row("1"));
    }

    @Test
    default void aFailedUnitOfWorkLeavesThemAsTheyWere() {
        RouteCursor cursor = new RouteCursor("b", 1, 2, Optional.of(AT), Optional.empty());
        cursors().move(ROUTE, cursor);
        replace(ROUTE, PLAN, row("1"));

        Undone.in(unitOfWork(), () -> {
            cursors().move(ROUTE, new RouteCursor("b", 5, 5, Optional.empty(), Optional.empty()));
            replace(ROUTE, PLAN, row("2"));
            due().done(ROUTE, PLAN, List.of(new ExternalId("2")));
        });

        assertThat(cursors().find(ROUTE)).contains(cursor);
        assertThat(all(ROUTE)).containsExactly(row("1"));
    }
}
