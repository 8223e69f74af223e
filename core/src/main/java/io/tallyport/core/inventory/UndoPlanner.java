package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Route;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes the plan of an undo: what each level was once, held against what it is now. It writes nothing to the platform; it
 * pauses the routes that would write over what is to be set back, from now until a person lets them go on.
 */
public final class UndoPlanner {

    private static final String OPERATION = "plan undo";

    private final PlanStores stores;
    private final Connectors connectors;
    private final PlanFiles files;
    private final PausedRoutes paused;
    private final Clock clock;

    public UndoPlanner(PlanStores stores, Connectors connectors, PlanFiles files, Clock clock) {
        this.stores = stores;
        this.connectors = connectors;
        this.files = files;
        this.paused = new PausedRoutes(
                stores.halts(), stores.routes(), stores.cycles().cursors(), stores.audit(), clock);
        this.clock = clock;
    }

    /**
     * What to plan.
     *
     * @param origin what is undone
     * @param route whose policy counts; it leads to the location, or begins there
     * @param environment in which the figures of the past were read
     * @param file where the plan goes
     * @param actor who asks
     */
    public record Request(
            PlanOrigin origin, RouteId route, LocationRef location, Environment environment, Path file, String actor) {}

    /** The levels of the past. */
    public interface Past {

        /** How many there are. */
        long rows();

        /** Gives each, one for an item and figure; called once. */
        void each(Consumer<PastLevel> out);
    }

    /**
     * Plans.
     *
     * @param past asked for when nobody can write to the location any more
     * @throws PortException.Rejected when an apply is writing to the location, or the environment is another
     * @throws PortException when the location cannot be read; no plan is left then
     */
    public StockPlan plan(Request request, Supplier<Past> past, Progress progress) {
        Route route = stores.routes()
                .find(request.route())
                .orElseThrow(() -> new IllegalArgumentException("there is no route \"" + request.route() + "\""));
        MergeErrors.checkNoMerge(route, OPERATION);
        PlanId id = new PlanId(UUID.randomUUID().toString());
        try (RouteEnds end = RouteEnds.alone(request.location(), stores.connections(), connectors);
                LeaseKeeper lease = LeaseKeeper.acquire(
                        stores.cycles().leases(), ApplyStockPlan.lease(request.location()), id.value())) {
            if (end.environment() != request.environment()) {
                throw PlanErrors.rejected(
                        OPERATION,
                        PlanErrors.WRONG_ENVIRONMENT,
                        "what is to be undone is of " + request.environment() + ", \""
                                + request.location().connection() + "\" is " + end.environment());
            }
            stores.unitOfWork()
                    .inOne(() -> paused.pause(request.origin(), route.id(), request.location(), request.actor()));
            end.checkLocations(stores.cycles().locations(), clock);
            StockPlan plan = write(request, header(id, request, route), past.get(), end, progress);
            stores.unitOfWork().inOne(() -> save(request, plan));
            return plan;
        }
    }

    private PlanHeader header(PlanId id, Request request, Route route) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean atTarget = route.target().equals(request.location());
        return new PlanHeader(
                id,
                route.id(),
                request.environment(),
                atTarget ? route.source() : request.location(),
                request.location(),
                route.policy(),
                now,
                now,
                now.plus(route.policy().planLifetime()),
                new Watermark("-"),
                true,
                Coverage.full("an undo"),
                request.origin());
    }

    private StockPlan write(Request request, PlanHeader header, Past past, RouteEnds end, Progress progress) {
        InventorySource shop = end.targetReader();
        long rows = past.rows();
        // A few rows of a large shop are no blast, as in a plan of what changed.
        long all = Math.max(
                rows,
                stores.cycles()
                        .mirror()
                        .state(request.location())
                        .map(MirrorState::rows)
                        .orElse(0L));
        return files.write(request.file(), header, out -> {
            PlanTally tally = new PlanTally(rows, all);
            UndoDecision decision = new UndoDecision(header.policy().reviewThreshold());
            PastAndNow batches = new PastAndNow(shop, request.location().location(), decision, row -> {
                if (tally.add(row)) {
                    out.accept(row);
                }
                progress.at("reading " + request.location(), tally.seen(), OptionalLong.of(rows));
            });
            past.each(batches::add);
            batches.flush();
            PlanCounts counts = tally.counts();
            return new PlanSummary(
                    counts, BlastRadiusGuard.check(header.policy().guard(), counts, all), List.of());
        });
    }

    private void save(Request request, StockPlan plan) {
        PlanHeader header = plan.header();
        stores.plans()
                .add(new PlanRecord(
                        header.id(),
                        header.route(),
                        header.environment(),
                        plan.hash(),
                        plan.isHeld() ? PlanState.HELD : PlanState.READY,
                        header.readEnded(),
                        header.expires(),
                        request.file().toString(),
                        plan.counts().changes(),
                        header.origin()));
        stores.audit()
                .record(new AuditEntry(
                        clock.instant(),
                        request.actor(),
                        "undo planned",
                        header.id().value(),
                        header.origin().kind() + " of " + header.origin().of() + ", "
                                + plan.counts().changes() + " changes"));
    }
}
