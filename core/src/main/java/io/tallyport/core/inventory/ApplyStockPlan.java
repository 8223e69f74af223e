package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.MergePolicy;
import io.tallyport.core.connection.Route;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunId;
import io.tallyport.core.kernel.LogMark;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
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

    private final ApplyStores stores;
    private final Connectors connectors;
    private final PlanFiles files;
    private final PlanVault vault;
    private final RunBook book;
    private final PausedRoutes paused;
    private final PlanAdmission admission;
    private final Clock clock;

    public ApplyStockPlan(ApplyStores stores, Connectors connectors, PlanFiles files, Clock clock) {
        this.stores = stores;
        this.connectors = connectors;
        this.files = files;
        this.vault = new PlanVault(stores.plans(), files);
        this.book = new RunBook(stores, clock);
        this.paused = new PausedRoutes(stores.halts(), stores.routes(), stores.cursors(), stores.audit(), clock);
        this.admission = new PlanAdmission(stores.routes(), clock);
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
        admission.admit(checked);
        Route route = admission.route(checked.plan().header());
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
                    : new FigureApply(stores, files, admission, ends, lease, journal, clock)
                            .apply(checked, request, progress);
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
                lease,
                stores.leases(),
                admission.route(checked.plan().header()),
                run.id().value())) {
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
            if (admission.isExpired(checked.record())) {
                return Optional.of(PlanAdmission.expired(checked));
            }
            ends.checkLocations(stores.locations(), clock);
            return merge.apply(request.file());
        }
    }
}
