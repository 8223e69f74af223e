package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.InMemoryTable;
import io.tallyport.core.kernel.RouteId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Route cursors and due rows in memory. */
public final class InMemoryCycleStores implements RouteCursors, DueRows {

    private final InMemoryTable<RouteId, RouteCursor> cursors = new InMemoryTable<>();
    private final InMemoryTable<String, Due> due = new InMemoryTable<>();

    private record Due(RouteId route, PlanId plan, DueRow row) {}

    @Override
    public Optional<RouteCursor> find(RouteId route) {
        return cursors.get(route);
    }

    @Override
    public void move(RouteId route, RouteCursor cursor) {
        cursors.put(
                route,
                new RouteCursor(
                        cursor.basis(),
                        cursor.source(),
                        cursor.target(),
                        cursor.lastFull().map(InMemoryCycleStores::kept),
                        cursor.lastCycle().map(InMemoryCycleStores::kept)));
    }

    private static Instant kept(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public void of(RouteId route, Consumer<DueRow> each) {
        due.values().stream().filter(one -> one.route().equals(route)).forEach(one -> each.accept(one.row()));
    }

    @Override
    public void replace(RouteId route, PlanId plan, Consumer<Consumer<DueRow>> rows) {
        of(route, row -> due.remove(key(route, row.targetItem())));
        rows.accept(row -> due.put(key(route, row.targetItem()), new Due(route, plan, row)));
    }

    @Override
    public void add(RouteId route, PlanId plan, List<DueRow> rows) {
        rows.forEach(row -> due.put(key(route, row.targetItem()), new Due(route, plan, row)));
    }

    @Override
    public void done(RouteId route, PlanId plan, Collection<ExternalId> targetItems) {
        for (ExternalId item : targetItems) {
            due.get(key(route, item))
                    .filter(one -> one.plan().equals(plan))
                    .ifPresent(one -> due.remove(key(route, item)));
        }
    }

    private static String key(RouteId route, ExternalId item) {
        return route + "/" + item;
    }
}
