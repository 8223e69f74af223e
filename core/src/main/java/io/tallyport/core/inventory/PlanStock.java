package io.tallyport.core.inventory;

import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads both ends of a route and saves what a sync would do; writes nothing to either. */
public final class PlanStock {

    private static final Logger LOG = LoggerFactory.getLogger(PlanStock.class);

    private final RouteStore routes;
    private final ConnectionStore connections;
    private final Connectors connectors;
    private final MappingStore mappings;
    private final StockStore stocks;
    private final PlanStore plans;
    private final PlanFiles files;
    private final LevelSpools spools;
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
            LevelSpools spools,
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
        this.spools = spools;
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
            FullRead full = new FullRead(spools, clock, progress);
            FullRead.Done local = full.read(ends.source(), ends.sourceConnection(), route.source());
            try (LevelSpool ours = local.spool()) {
                FullRead.Done remote = full.read(ends.targetReader(), ends.targetConnection(), route.target());
                try (LevelSpool theirs = remote.spool()) {
                    return planned(request, route, ends.environment(), local, remote);
                }
            }
        }
    }

    /** What was read stays for the next try when only a port failed, and is used up otherwise. */
    private StockPlan planned(
            Request request, Route route, Environment environment, FullRead.Done local, FullRead.Done remote) {
        boolean again = false;
        try {
            return plan(request, route, environment, local, remote);
        } catch (PortException failed) {
            again = true;
            throw failed;
        } finally {
            if (!again) {
                local.spool().discard();
                remote.spool().discard();
            }
        }
    }

    private StockPlan plan(
            Request request, Route route, Environment environment, FullRead.Done local, FullRead.Done remote) {
        Instant readEnded = now();
        PlanHeader header = new PlanHeader(
                new PlanId(UUID.randomUUID().toString()),
                route.id(),
                environment,
                route.source(),
                route.target(),
                route.policy(),
                begun(local, remote),
                readEnded,
                readEnded.plus(route.policy().planLifetime()),
                local.mark(),
                local.complete() && remote.complete());
        PlanStockSync.Input input = input(route, local, remote, request.activate());
        StockPlan plan = files.write(request.file(), header, out -> {
            PlanStockSync.Result result =
                    new PlanStockSync().plan(input, items -> known(route, items), new Output(header, out));
            return new PlanSummary(result.counts(), result.heldBecause(), List.of());
        });
        unitOfWork.inOne(() -> save(request, plan));
        LOG.info(
                "planned route {}: {} of {} eligible rows would change{}",
                route.id(),
                plan.counts().changes(),
                plan.counts().eligible(),
                plan.isHeld() ? ", held as a whole" : "");
        return plan;
    }

    private static Instant begun(FullRead.Done local, FullRead.Done remote) {
        Instant ours = local.spool().begun();
        Instant theirs = remote.spool().begun();
        return (ours.isBefore(theirs) ? ours : theirs).truncatedTo(ChronoUnit.MILLIS);
    }

    private PlanStockSync.Input input(Route route, FullRead.Done local, FullRead.Done remote, boolean activate) {
        OptionalLong before = stocks.lastRead(route.source()).stream()
                .mapToLong(LastRead::rows)
                .findFirst();
        return new PlanStockSync.Input(
                route.policy(), local.side(), remote.side(), mappings.of(route.id()), before, activate);
    }

    private Map<ExternalId, Quantity> known(Route route, Set<ExternalId> items) {
        Map<ExternalId, Quantity> known = new HashMap<>();
        stocks.acknowledged(route.id(), items).forEach(level -> known.put(level.targetItem(), level.quantity()));
        return known;
    }

    /** Writes rows, and remembers what both sides agree on at once: that is true whatever becomes of the plan. */
    private final class Output implements PlanStockSync.Output {

        private final PlanHeader header;
        private final Consumer<PlanRow> rows;

        Output(PlanHeader header, Consumer<PlanRow> rows) {
            this.header = header;
            this.rows = rows;
        }

        @Override
        public void row(PlanRow row) {
            rows.accept(row);
        }

        @Override
        public void agreed(Map<ExternalId, Quantity> news) {
            List<Acknowledged> levels = new ArrayList<>();
            news.forEach((item, quantity) -> levels.add(new Acknowledged(item, quantity, header.readEnded())));
            stocks.acknowledge(header.route(), levels);
        }
    }

    private void save(Request request, StockPlan plan) {
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
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
