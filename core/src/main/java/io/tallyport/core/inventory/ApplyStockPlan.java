package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connectors;
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
    private final Clock clock;

    public ApplyStockPlan(ApplyStores stores, Connectors connectors, PlanFiles files, Clock clock) {
        this.stores = stores;
        this.connectors = connectors;
        this.files = files;
        this.vault = new PlanVault(stores.plans(), files);
        this.book = new RunBook(stores, clock);
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
        try (LogMark ofRun = LogMark.run(id.value());
                LogMark ofTarget = LogMark.connection(route.target().connection());
                RouteEnds ends = RouteEnds.open(route, stores.connections(), connectors);
                LeaseKeeper lease = LeaseKeeper.acquire(stores.leases(), "apply:" + route.target(), id.value())) {
            if (ends.environment() != checked.plan().header().environment()) {
                throw PlanErrors.rejected(
                        OPERATION,
                        PlanErrors.WRONG_ENVIRONMENT,
                        "the plan is for " + checked.plan().header().environment() + ", its connections are "
                                + ends.environment() + " now");
            }
            return new Result(run(checked, request, id, ends, lease, progress), false);
        }
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
        boolean same = route.map(now -> now.source().equals(plan.source())
                        && now.target().equals(plan.target())
                        && now.policy().webOrders() == plan.policy().webOrders()
                        && now.policy().scope().equals(plan.policy().scope()))
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
            stop = write(checked, request, ends, lease, journal, progress);
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

    private Map<ExternalId, Quantity> wanted(Path file, SourceWatch watch, Set<ExternalId> targetItems) {
        watch.look();
        Map<ExternalId, Quantity> wanted = new HashMap<>();
        files.rows(file, row -> {
            if (row.isReleased() && targetItems.contains(row.targetItem().orElseThrow())) {
                watch.local(row)
                        .flatMap(local -> row.rule().wanted(local))
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

    private Optional<ApplyStop> write(
            PlanVault.Checked checked,
            Request request,
            RouteEnds ends,
            LeaseKeeper lease,
            ApplyJournal journal,
            Progress progress) {
        PlanHeader plan = checked.plan().header();
        SourceWatch watch = new SourceWatch(ends.source(), plan.source().location(), plan.watermark(), clock);
        OpenIntents earlier = new OpenIntents(
                stores.intents(),
                journal,
                ends.targetWriter(),
                ends.targetReader(),
                items -> wanted(request.file(), watch, items),
                clock);
        stores.plans().recent(RECENT_PLANS).stream()
                .filter(other ->
                        other.state() == PlanState.APPLYING && other.route().equals(plan.route()))
                .filter(other -> !other.id().equals(plan.id()))
                .forEach(other -> earlier.settleOther(other.id()));
        earlier.settle(plan.id());
        earlier.done().forEach(journal.tally()::doneEarlier);
        if (isExpired(checked.record())) {
            return Optional.of(new ApplyStop(
                    RunState.PARTIAL,
                    Reason.STOPPED,
                    "the plan expired at " + checked.record().expires() + "; what was open has been settled, make a new"
                            + " plan for the rest"));
        }
        ends.checkLocations(stores.locations(), clock);
        ApplyRun run = new ApplyRun(
                checked.plan(),
                ends,
                journal,
                watch,
                new Rebase(
                        plan.policy(), request.strict(), checked.plan().counts().toZero()),
                earlier,
                lease,
                request.canary(),
                progress);
        files.rows(request.file(), run::take);
        run.finish();
        run.lastLook(each -> files.rows(request.file(), each));
        return run.stopped();
    }
}
