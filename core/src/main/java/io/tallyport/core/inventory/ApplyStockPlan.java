package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.MergePolicy;
import io.tallyport.core.connection.Route;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunId;
import io.tallyport.core.history.RunState;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.LogMark;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what a plan says, as it says it, except where a row has moved since.
 *
 * <p>It may be killed at any point and run again: what was written is not written again, what was left open is settled
 * first. A plan that has been applied is never applied twice.
 */
public final class ApplyStockPlan {

    public static final String KIND = "stock-apply";

    private static final Logger LOG = LoggerFactory.getLogger(ApplyStockPlan.class);
    private static final String OPERATION = "apply plan";
    private static final int RECENT_PLANS = 200;

    private final ApplyStores stores;
    private final Connectors connectors;
    private final PlanFiles files;
    private final PlanVault vault;
    private final RunBook book;
    private final PausedRoutes paused;
    private final Clock clock;

    public ApplyStockPlan(ApplyStores stores, Connectors connectors, PlanFiles files, Clock clock) {
        this.stores = stores;
        this.connectors = connectors;
        this.files = files;
        this.vault = new PlanVault(stores.plans(), files);
        this.book = new RunBook(stores, clock);
        this.paused = new PausedRoutes(stores.halts(), stores.routes(), stores.cursors(), stores.audit(), clock);
        this.clock = clock;
    }

    /**
     * What to apply.
     *
     * @param strict whether every row that moved is left alone
     * @param canary how many rows are written and read back before the rest; 0 for none
     */
    public record Request(Path file, boolean strict, int canary, String actor) {}

    /**
     * How it went.
     *
     * @param run the stored run; for a plan that had been applied before, the run that did it
     * @param already whether there was nothing left to do
     */
    public record Result(Run run, boolean already) {}

    /**
     * Applies a plan.
     *
     * @throws PortException.Rejected when the plan may not be applied: altered, unknown, expired, held, of another
     *     environment, or its location is busy; nothing is written then
     */
    public Result apply(Request request, Progress progress) {
        PlanVault.Checked checked = vault.open(request.file());
        if (checked.record().state() == PlanState.APPLIED) {
            return new Result(book.earlierRun(checked.plan(), request.actor()), true);
        }
        admit(checked);
        Route route = route(checked.plan().header());
        RunId id = new RunId(UUID.randomUUID().toString());
        PlanHeader header = checked.plan().header();
        try (LogMark ofRun = LogMark.run(id.value());
                LogMark ofTarget = LogMark.connection(header.target().connection());
                RouteEnds ends = ends(header, route);
                LeaseKeeper lease = LeaseKeeper.acquire(stores.leases(), lease(header.target()), id.value())) {
            if (!header.origin().isUndo()) {
                paused.check(header.route(), OPERATION);
            }
            if (ends.environment() != header.environment()) {
                throw PlanErrors.rejected(
                        OPERATION,
                        PlanErrors.WRONG_ENVIRONMENT,
                        "the plan is for " + header.environment() + ", its connections are " + ends.environment()
                                + " now");
            }
            return new Result(run(checked, request, id, ends, lease, progress), false);
        }
    }

    /** What writes to a location holds. */
    static String lease(LocationRef location) {
        return "apply:" + location;
    }

    /** An undo needs no source, which may be the very thing that went wrong. */
    private RouteEnds ends(PlanHeader plan, Route route) {
        return plan.origin().isUndo()
                ? RouteEnds.alone(plan.target(), stores.connections(), connectors)
                : RouteEnds.open(route, stores.connections(), connectors);
    }

    private void admit(PlanVault.Checked checked) {
        PlanRecord known = checked.record();
        if (known.state() == PlanState.HELD) {
            throw PlanErrors.rejected(
                    OPERATION, PlanErrors.HELD, String.join("; ", checked.plan().heldBecause()));
        }
        if (known.state() == PlanState.READY && isExpired(known)) {
            throw PlanErrors.rejected(OPERATION, PlanErrors.EXPIRED, "it expired at " + known.expires());
        }
    }

    private boolean isExpired(PlanRecord plan) {
        return !clock.instant().isBefore(plan.expires());
    }

    private Route route(PlanHeader plan) {
        Optional<Route> route = stores.routes().find(plan.route());
        // An undo takes its rules from the route and leads to where the figures were, wherever the route leads by now.
        boolean same = route.map(now -> plan.origin().isUndo()
                        || (now.source().equals(plan.source())
                                && now.target().equals(plan.target())
                                && now.policy().merge() == plan.policy().merge()
                                && now.policy().webOrders() == plan.policy().webOrders()
                                && now.policy().scope().equals(plan.policy().scope())))
                .orElse(false);
        if (!same) {
            throw PlanErrors.rejected(
                    OPERATION,
                    PlanErrors.ALTERED,
                    "route \"" + plan.route() + "\" has been removed or changed since the plan was made");
        }
        return route.orElseThrow();
    }

    private Run run(
            PlanVault.Checked checked,
            Request request,
            RunId id,
            RouteEnds ends,
            LeaseKeeper lease,
            Progress progress) {
        StockPlan plan = checked.plan();
        Run run = book.begin(plan, request.actor(), id);
        ApplyJournal journal = new ApplyJournal(stores, plan.header(), id, clock);
        Optional<ApplyStop> stop;
        try {
            stop = plan.header().policy().merge() == MergePolicy.MERGE_DELTAS
                            && !plan.header().origin().isUndo()
                    ? merge(checked, request, run, ends, lease, journal, progress)
                    : write(checked, request, ends, lease, journal, progress);
        } catch (PortException failed) {
            stop = Optional.of(ChunkWriter.stop(failed));
        }
        stop.ifPresent(early -> {
            countRest(request.file(), early.rest(), journal);
            ends.forgetLocations(stores.locations());
        });
        Run ended = book.end(run, plan, journal, stop);
        LOG.info("run {} of plan {} ended {}: {}", id, plan.header().id(), ended.state(), ended.counts());
        return ended;
    }

    private Map<ExternalId, Quantity> wanted(Path file, Watch watch, RowRule rule, Set<ExternalId> targetItems) {
        watch.look();
        Map<ExternalId, Quantity> wanted = new HashMap<>();
        files.rows(file, row -> {
            if (row.isReleased() && targetItems.contains(row.targetItem().orElseThrow())) {
                watch.local(row)
                        .flatMap(local -> rule.wanted(row, local))
                        .ifPresent(figure -> wanted.put(row.targetItem().orElseThrow(), figure));
            }
        });
        return wanted;
    }

    /** After a stop: the rows of which nothing has been said. */
    private void countRest(Path file, Reason rest, ApplyJournal journal) {
        files.rows(file, row -> {
            if (row.action().isWrite()
                    && !journal.tally().isCounted(row.targetItem().orElseThrow())) {
                journal.tally().noTurn(row, row.isHeld() ? Reason.NOT_APPROVED : rest);
            }
        });
    }

    private Optional<ApplyStop> merge(
            PlanVault.Checked checked,
            Request request,
            Run run,
            RouteEnds ends,
            LeaseKeeper lease,
            ApplyJournal journal,
            Progress progress) {
        try (MergeLease both = MergeLease.acquire(
                lease, stores.leases(), route(checked.plan().header()), run.id().value())) {
            MergeApply merge = new MergeApply(
                    stores,
                    files,
                    checked.plan(),
                    run.id(),
                    ends,
                    journal.tally(),
                    both,
                    request.strict(),
                    progress,
                    clock);
            merge.settle();
            if (isExpired(checked.record())) {
                return Optional.of(expired(checked));
            }
            ends.checkLocations(stores.locations(), clock);
            return merge.apply(request.file());
        }
    }

    private static ApplyStop expired(PlanVault.Checked checked) {
        return new ApplyStop(
                RunState.PARTIAL,
                Reason.STOPPED,
                "the plan expired at " + checked.record().expires() + "; what was open has been settled, make a new"
                        + " plan for the rest");
    }

    /** A restore writes to the route's source as well as to its target. */
    private boolean writesTo(PlanRecord other, LocationRef here) {
        return stores.intents().ofOwner(other.id().value()).stream()
                .allMatch(intent -> OpenIntents.location(intent).equals(here));
    }

    private Optional<ApplyStop> write(
            PlanVault.Checked checked,
            Request request,
            RouteEnds ends,
            LeaseKeeper lease,
            ApplyJournal journal,
            Progress progress) {
        PlanHeader plan = checked.plan().header();
        // What this writes was never acknowledged by a merge: a baseline of an earlier time must not count it as sold.
        stores.unitOfWork().inOne(() -> stores.merge().levels().forget(plan.route()));
        boolean undo = plan.origin().isUndo();
        Watch watch = undo
                ? Watch.ofThePast()
                : new SourceWatch(ends.source(), plan.source().location(), plan.watermark(), clock);
        RowRule rule = undo
                ? new SetBack()
                : new Rebase(
                        plan.policy(), request.strict(), checked.plan().counts().toZero());
        OpenIntents earlier = new OpenIntents(
                stores.intents(),
                journal,
                ends.targetWriter(),
                ends.targetReader(),
                items -> wanted(request.file(), watch, rule, items),
                clock);
        stores.plans().recent(RECENT_PLANS).stream()
                .filter(other ->
                        other.state() == PlanState.APPLYING && other.route().equals(plan.route()))
                .filter(other -> !other.id().equals(plan.id()) && writesTo(other, plan.target()))
                .forEach(other -> earlier.settleOther(other.id()));
        earlier.settle(plan.id());
        earlier.done().forEach(journal.tally()::doneEarlier);
        if (isExpired(checked.record())) {
            return Optional.of(expired(checked));
        }
        ends.checkLocations(stores.locations(), clock);
        ApplyRun run =
                new ApplyRun(checked.plan(), ends, journal, watch, rule, earlier, lease, request.canary(), progress);
        files.rows(request.file(), run::take);
        run.finish();
        run.lastLook(each -> files.rows(request.file(), each));
        return run.stopped();
    }
}
