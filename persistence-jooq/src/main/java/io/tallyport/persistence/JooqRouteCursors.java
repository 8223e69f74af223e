package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.ROUTE_CURSORS;

import io.tallyport.core.inventory.RouteCursor;
import io.tallyport.core.inventory.RouteCursors;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.persistence.schema.tables.records.RouteCursorsRecord;
import java.util.Optional;

/** How far each route has planned, one row each. */
final class JooqRouteCursors implements RouteCursors {

    private final Transactions transactions;

    JooqRouteCursors(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<RouteCursor> find(RouteId route) {
        return transactions.call(
                "find route cursor",
                sql -> sql.selectFrom(ROUTE_CURSORS)
                        .where(ROUTE_CURSORS.ROUTE_ID.eq(route.value()))
                        .fetchOptional(row -> new RouteCursor(
                                row.getBasis(),
                                row.getSourceRevision(),
                                row.getTargetRevision(),
                                Optional.ofNullable(row.getLastFullAt()),
                                Optional.ofNullable(row.getLastCycleAt()))));
    }

    @Override
    public void move(RouteId route, RouteCursor cursor) {
        transactions.run(
                "move route cursor",
                sql -> Upserts.put(
                        sql,
                        new RouteCursorsRecord(
                                route.value(),
                                cursor.basis(),
                                cursor.source(),
                                cursor.target(),
                                cursor.lastFull().orElse(null),
                                cursor.lastCycle().orElse(null))));
    }
}
