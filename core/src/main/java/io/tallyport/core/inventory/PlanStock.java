package io.tallyport.core.inventory;

import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.UnitOfWork;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads both ends of a route and saves what a sync would do; writes nothing to either. */
public final class PlanStock {

    private static final Logger LOG = LoggerFactory.getLogger(PlanStock.class);
    private static final int ACKNOWLEDGE_BATCH = 1000;

    private final RouteStore routes;
    private final ConnectionStore connections;
    private final Connectors connectors;
    private final MappingStore mappings;
    private final StockStore stocks;
    private final PlanStore plans;
    private final PlanFiles files;
    private final AuditTrail audit;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public PlanStock(
            RouteStore routes,
            ConnectionStore connections,
            Connectors connectors,
            MappingStore mappings,
            StockStore stocks,
            PlanStore plans,
            PlanFiles files,
            AuditTrail audit,
            UnitOfWork unitOfWork,
            Clock clock) {
        this.routes = routes;
        this.connections = connections;
        this.connectors = connectors;
        this.mappings = mappings;
        this.stocks = stocks;
        this.plans = plans;
        this.files = files;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * What to plan.
     *
     * @param file where the plan goes
     * @param activate whether levels that are not stocked shall be switched on
     * @param actor who asks
     */
    public record Request(RouteId route, Path file, boolean activate, String actor) {}

    /**
     * Plans a route.
     *
     * @throws IllegalArgumentException when there is no such route
     * @throws io.tallyport.core.kernel.PortException when an end cannot be read; no plan is left then
     */
    public StockPlan plan(Request request, Progress progress) {
        Route route = routes.find(request.route())
                .orElseThrow(() -> new IllegalArgumentException("there is no route \"" + request.route() + "\""));
        try (RouteEnds ends = RouteEnds.open(route, connections, connectors)) {
            ends.checkLocations();
            InventorySource source = ends.source();
            Instant readStarted = now();
            ReadLevels local = new LevelReader("reading " + route.source(), progress)
                    .all(source, route.source().location());
            ReadLevels remote = new LevelReader("reading " + route.target(), progress)
                    .all(ends.targetReader(), route.target().location());
            PlanStockSync.Result result = new PlanStockSync().plan(input(route, local, remote, request.activate()));
            Instant readEnded = now();
            PlanHeader header = new PlanHeader(
                    new PlanId(UUID.randomUUID().toString()),
                    route.id(),
                    ends.environment(),
                    route.source(),
                    route.target(),
                    route.policy(),
                    readStarted,
                    readEnded,
                    readEnded.plus(route.policy().planLifetime()),
                    local.mark(),
                    local.complete() && remote.complete());
            StockPlan plan = files.write(
                    request.file(),
                    new StockPlan(header, result.counts(), result.heldBecause(), List.of(), ""),
                    result.rows().stream());
            unitOfWork.inOne(() -> save(request, plan, result.agreed()));
            LOG.info(
                    "planned route {}: {} of {} eligible rows would change{}",
                    route.id(),
                    plan.counts().changes(),
                    plan.counts().eligible(),
                    plan.isHeld() ? ", held as a whole" : "");
            return plan;
        }
    }

    private PlanStockSync.Input input(Route route, ReadLevels local, ReadLevels remote, boolean activate) {
        Map<ExternalId, Quantity> acknowledged = new HashMap<>();
        stocks.acknowledged(route.id(), level -> acknowledged.put(level.targetItem(), level.quantity()));
        OptionalLong before = stocks.lastRead(route.source()).stream()
                .mapToLong(LastRead::rows)
                .findFirst();
        return new PlanStockSync.Input(
                route.policy(), local, remote, mappings.of(route.id()), acknowledged, before, activate);
    }

    private void save(Request request, StockPlan plan, Map<ExternalId, Quantity> agreed) {
        PlanHeader header = plan.header();
        plans.add(new PlanRecord(
                header.id(),
                header.route(),
                header.environment(),
                plan.hash(),
                plan.isHeld() ? PlanState.HELD : PlanState.READY,
                header.readEnded(),
                header.expires(),
                request.file().toString(),
                plan.counts().changes()));
        audit.record(new AuditEntry(
                header.readEnded(),
                request.actor(),
                "stock plan made",
                header.id().value(),
                "route " + header.route() + ", " + plan.counts().changes() + " changes"));
        if (header.complete() && !plan.isHeld()) {
            stocks.remember(
                    header.source(), new LastRead(plan.counts().sourceRows(), header.watermark(), header.readEnded()));
        }
        acknowledge(header, agreed);
    }

    private void acknowledge(PlanHeader header, Map<ExternalId, Quantity> agreed) {
        List<Acknowledged> batch = new ArrayList<>();
        for (Map.Entry<ExternalId, Quantity> entry : agreed.entrySet()) {
            batch.add(new Acknowledged(entry.getKey(), entry.getValue(), header.readEnded()));
            if (batch.size() == ACKNOWLEDGE_BATCH) {
                stocks.acknowledge(header.route(), batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            stocks.acknowledge(header.route(), batch);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
