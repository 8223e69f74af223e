package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.ROUTES;
import static io.tallyport.persistence.schema.Tables.ROUTE_SKU_PREFIXES;

import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.MergePolicy;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.persistence.schema.tables.records.RoutesRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Routes with their policy in one row, and the prefixes of their scope in rows of their own. */
final class JooqRouteStore implements RouteStore {

    private final Transactions transactions;

    JooqRouteStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void save(Route route) {
        transactions.run("save route", sql -> {
            Upserts.put(sql, row(route));
            String id = route.id().value();
            sql.deleteFrom(ROUTE_SKU_PREFIXES)
                    .where(ROUTE_SKU_PREFIXES.ROUTE_ID.eq(id))
                    .execute();
            int line = 0;
            for (String prefix : route.policy().scope().prefixes()) {
                sql.insertInto(ROUTE_SKU_PREFIXES).values(id, line++, prefix).execute();
            }
        });
    }

    @Override
    public Optional<Route> find(RouteId id) {
        return transactions.call(
                "find route",
                sql -> sql.selectFrom(ROUTES).where(ROUTES.ID.eq(id.value())).fetchOptional(row -> route(sql, row)));
    }

    @Override
    public List<Route> all() {
        return transactions.call(
                "list routes",
                sql -> sql.selectFrom(ROUTES).orderBy(ROUTES.ID).fetch().stream()
                        .map(row -> route(sql, row))
                        .toList());
    }

    @Override
    public boolean remove(RouteId id) {
        return transactions.call(
                "remove route",
                sql -> sql.deleteFrom(ROUTES).where(ROUTES.ID.eq(id.value())).execute() == 1);
    }

    private static RoutesRecord row(Route route) {
        RoutePolicy policy = route.policy();
        return new RoutesRecord(
                route.id().value(),
                route.source().connection().value(),
                route.source().location().value(),
                route.target().connection().value(),
                route.target().location().value(),
                route.enabled(),
                policy.merge().name(),
                policy.webOrders().name(),
                policy.reviewThreshold(),
                policy.guard().maxChangedPercent(),
                policy.guard().changedFloor(),
                policy.guard().maxToZero(),
                policy.guard().minSeenPercent(),
                policy.planLifetime().toString(),
                policy.fullEvery().toString());
    }

    private static Route route(DSLContext sql, RoutesRecord row) {
        List<String> prefixes = sql.select(ROUTE_SKU_PREFIXES.SKU_PREFIX)
                .from(ROUTE_SKU_PREFIXES)
                .where(ROUTE_SKU_PREFIXES.ROUTE_ID.eq(row.getId()))
                .orderBy(ROUTE_SKU_PREFIXES.LINE_NO)
                .fetch(ROUTE_SKU_PREFIXES.SKU_PREFIX);
        return new Route(
                new RouteId(row.getId()),
                location(row.getSourceConnection(), row.getSourceLocation()),
                location(row.getTargetConnection(), row.getTargetLocation()),
                policy(row, new SkuScope(prefixes)),
                row.getEnabled());
    }

    private static LocationRef location(String connection, String location) {
        return new LocationRef(new ConnectionId(connection), new ExternalId(location));
    }

    private static RoutePolicy policy(RoutesRecord row, SkuScope scope) {
        return new RoutePolicy(
                MergePolicy.valueOf(row.getMergePolicy()),
                WebOrders.valueOf(row.getWebOrders()),
                row.getReviewThreshold(),
                new BlastRadius(
                        row.getMaxChangedPercent(), row.getChangedFloor(), row.getMaxToZero(), row.getMinSeenPercent()),
                Duration.parse(row.getPlanLifetime()),
                scope,
                Duration.parse(row.getFullEvery()));
    }
}
