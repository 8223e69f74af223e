package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads both ends of a route and saves what a sync would do; writes nothing to either. */
public final class PlanStock {

    private static final Logger LOG = LoggerFactory.getLogger(PlanStock.class);

    private final PlanStores stores;
    private final Connectors connectors;
    private final LevelSpools spools;
    private final PlanWriter writer;
    private final Clock clock;

    public PlanStock(PlanStores stores, Connectors connectors, PlanFiles files, LevelSpools spools, Clock clock) {
        this.stores = stores;
        this.connectors = connectors;
        this.spools = spools;
        this.writer = new PlanWriter(stores, files, clock);
        this.clock = clock;
    }

    /**
     * What to plan.
     *
     * @param file where the plan goes
     * @param activate whether levels that are not stocked shall be switched on; such a plan looks at everything
     * @param actor who asks
     */
    public record Request(RouteId route, Path file, boolean activate, PlanReading reading, String actor) {

        /** A plan of everything, for itself. */
        public Request(RouteId route, Path file, boolean activate, String actor) {
            this(route, file, activate, PlanReading.ONCE, actor);
        }
    }

    /**
     * Plans a route.
     *
     * @throws IllegalArgumentException when there is no such route
     * @throws PortException when an end cannot be read; no plan is left then
     */
    public StockPlan plan(Request request, Progress progress) {
        Route route = stores.routes()
                .find(request.route())
                .orElseThrow(() -> new IllegalArgumentException("there is no route \"" + request.route() + "\""));
        try (RouteEnds ends = RouteEnds.open(route, stores.connections(), connectors)) {
            PlannedRoute planned = new PlannedRoute(
                    route,
                    ends,
                    stores.mappings().of(route.id()),
                    RouteRulings.of(stores.rulings(), route, ends, clock, progress),
                    stores.cycles().cursors().find(route.id()));
            try {
                ends.checkLocations(stores.cycles().locations(), clock);
                StockPlan plan = plan(request, planned, progress);
                LOG.info(
                        "planned route {}, {}: {} of {} eligible rows would change{}",
                        route.id(),
                        plan.header().coverage().kind(),
                        plan.counts().changes(),
                        plan.counts().eligible(),
                        plan.isHeld() ? ", held as a whole" : "");
                return plan;
            } catch (PortException.Rejected refused) {
                ends.forgetLocations(stores.cycles().locations());
                throw refused;
            }
        }
    }

    private StockPlan plan(Request request, PlannedRoute planned, Progress progress) {
        if (request.reading() != PlanReading.CHANGED) {
            return full(request, planned, "it was asked for", progress);
        }
        if (request.activate()) {
            return full(request, planned, "what is switched on is looked for among all items", progress);
        }
        try {
            return cycle(request, planned, progress);
        } catch (NoCycle because) {
            return full(request, planned, because.why(), progress);
        }
    }

    private StockPlan cycle(Request request, PlannedRoute planned, Progress progress) {
        CycleRead.Done read = new CycleRead(stores.cycles(), clock, progress).read(planned);
        PlanStockSync.Result unused = writer.plan(planned, read.material(), false, read.doubts());
        new DoubtCheck(stores.cycles(), clock, progress).settle(planned, read.doubts());
        return writer.write(request, planned, read.material());
    }

    private StockPlan full(Request request, PlannedRoute planned, String because, Progress progress) {
        FullRead full = new FullRead(spools, clock, progress);
        Route route = planned.route();
        FullRead.Done local = full.read(planned.ends().source(), planned.sourceConnection(), route.source());
        try (LevelSpool ours = local.spool()) {
            FullRead.Done remote = full.read(planned.ends().targetReader(), planned.targetConnection(), route.target());
            try (LevelSpool theirs = remote.spool()) {
                return planned(request, planned, because, local, remote);
            }
        }
    }

    /** What was read stays for the next try when only a port failed, and is used up otherwise. */
    private StockPlan planned(
            Request request, PlannedRoute planned, String because, FullRead.Done local, FullRead.Done remote) {
        boolean again = false;
        try {
            PlanMaterial material = new PlanMaterial(
                    local.side(),
                    remote.side(),
                    begun(local, remote),
                    local.mark(),
                    Coverage.full(because),
                    request.reading() == PlanReading.ONCE ? Optional.empty() : mirrored(planned, local, remote));
            return writer.write(request, planned, material);
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

    /** Both reads in the mirror, and how far the route is planned with them; empty when one of them proves too little. */
    private Optional<RouteCursor> mirrored(PlannedRoute planned, FullRead.Done local, FullRead.Done remote) {
        boolean shrunk = BlastRadiusGuard.isShrunk(
                planned.route().policy().guard(), local.spool().items(), writer.rowsBefore(planned));
        MirrorFeed feed = new MirrorFeed(stores.cycles(), clock);
        OptionalLong ours = shrunk
                ? OptionalLong.empty()
                : feed.feed(local, planned.sourceConnection(), planned.route().source());
        OptionalLong theirs =
                feed.feed(remote, planned.targetConnection(), planned.route().target());
        if (ours.isEmpty() || theirs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RouteCursor(
                planned.basis(),
                ours.getAsLong(),
                theirs.getAsLong(),
                Optional.of(clock.instant()),
                planned.before().flatMap(RouteCursor::lastCycle)));
    }

    private static Instant begun(FullRead.Done local, FullRead.Done remote) {
        Instant ours = local.spool().begun();
        Instant theirs = remote.spool().begun();
        return (ours.isBefore(theirs) ? ours : theirs).truncatedTo(ChronoUnit.MILLIS);
    }
}
