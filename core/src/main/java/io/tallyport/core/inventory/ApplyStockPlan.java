package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Route;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunId;
import io.tallyport.core.history.RunState;
import io.tallyport.core.kernel.ExternalId;
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
    private static final int RECENT_RUNS = 200;
    private static final int RECENT_PLANS = 200;

    private final ApplyStores stores;
    private final Connectors connectors;
    private final PlanFiles files;
    private final PlanVault vault;
    private final Clock clock;

    public ApplyStockPlan(ApplyStores stores, Connectors connectors, PlanFiles files, Clock clock) {
        this.stores = stores;
        this.connectors = connectors;
        this.files = files;
        this.vault = new PlanVault(stores.plans(), files);
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
            return new Result(earlierRun(checked.plan(), request), true);
        }
        admit(checked);
        Route route = route(checked.plan().header());
        RunId id = new RunId(UUID.randomUUID().toString());
        try (RouteEnds ends = RouteEnds.open(route, stores.connections(), connectors);
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
        Run run = begin(checked, request, id);
        ApplyJournal journal = new ApplyJournal(stores, plan.header(), id, clock);
        Optional<ApplyStop> stop;
        try {
            stop = write(checked, request, ends, lease, journal, progress);
        } catch (PortException failed) {
            stop = Optional.of(ChunkWriter.stop(failed));
        }
        stop.ifPresent(early -> countRest(request.file(), early.rest(), journal));
        Run ended = end(run, checked.record(), plan, journal, stop);
        LOG.info("run {} of plan {} ended {}: {}", id, plan.header().id(), ended.state(), ended.counts());
        return ended;
    }

    private Map<ExternalId, Quantity> wanted(Path file, SourceWatch watch, Set<ExternalId> targetItems) {
        watch.look();
        Map<ExternalId, Quantity> wanted = new HashMap<>();
        files.rows(file, row -> {
            if (row.isReleased() && targetItems.contains(row.targetItem().orElseThrow())) {
                watch.local(row)
                        .ifPresent(local -> wanted.put(row.targetItem().orElseThrow(), SourceStock.wanted(local)));
            }
        });
        return wanted;
    }

    /** After a stop: the rows of which nothing has been said. */
    private void countRest(Path file, Reason rest, ApplyJournal journal) {
        files.rows(file, row -> {
            if (row.action().isWrite() && !journal.isCounted(row.targetItem().orElseThrow())) {
                journal.noTurn(row, row.isHeld() ? Reason.NOT_APPROVED : rest);
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
        earlier.done().forEach(journal::doneEarlier);
        if (isExpired(checked.record())) {
            return Optional.of(new ApplyStop(
                    RunState.PARTIAL,
                    Reason.STOPPED,
                    "the plan expired at " + checked.record().expires() + "; what was open has been settled, make a new"
                            + " plan for the rest"));
        }
        ends.checkLocations();
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

    private Run begin(PlanVault.Checked checked, Request request, RunId id) {
        PlanHeader plan = checked.plan().header();
        Run run = new Run(
                id,
                KIND,
                plan.route(),
                Optional.of(plan.id().value()),
                request.actor(),
                clock.instant(),
                Optional.empty(),
                RunState.RUNNING,
                Map.of(),
                "");
        stores.unitOfWork().inOne(() -> {
            interrupted(plan.id());
            PlanRecord now = stores.plans().find(plan.id()).orElseThrow();
            if (now.state() == PlanState.APPLIED
                    || !now.hash().equals(checked.plan().hash())
                    || !stores.plans().change(now, now.with(now.hash(), PlanState.APPLYING))) {
                throw PlanErrors.rejected(
                        OPERATION, PlanErrors.BUSY, "the plan was approved or applied by somebody else meanwhile");
            }
            stores.runs().save(run);
            stores.audit()
                    .record(new AuditEntry(
                            run.started(),
                            request.actor(),
                            "stock plan apply begun",
                            plan.id().value(),
                            "run " + id));
        });
        return run;
    }

    /** A run of this plan that still says RUNNING was killed: we hold the lease now. */
    private void interrupted(PlanId plan) {
        stores.runs().recent(RECENT_RUNS).stream()
                .filter(run -> run.state() == RunState.RUNNING && run.plan().equals(Optional.of(plan.value())))
                .forEach(run ->
                        stores.runs().save(run.ended(clock.instant(), RunState.FAILED, run.counts(), "interrupted")));
    }

    private Run end(Run run, PlanRecord known, StockPlan plan, ApplyJournal journal, Optional<ApplyStop> stop) {
        long open = journal.count(Reason.NOT_APPROVED)
                + journal.count(Reason.AMBIGUOUS)
                + journal.count(Reason.FAILED)
                + journal.count(Reason.STOPPED);
        RunState state =
                stop.map(ApplyStop::state).orElse(journal.leftOut() == 0 ? RunState.COMPLETED : RunState.PARTIAL);
        String message = stop.map(Throwable::getMessage)
                .orElse(journal.leftOut() == 0 ? "all rows are in step" : journal.leftOut() + " rows were left out");
        Run ended = run.ended(clock.instant(), state, journal.counts(), message);
        boolean applied = open == 0 && stop.isEmpty();
        stores.unitOfWork().inOne(() -> {
            stores.runs().save(ended);
            if (applied) {
                PlanRecord now = stores.plans().find(known.id()).orElseThrow();
                stores.plans().change(now, now.with(now.hash(), PlanState.APPLIED));
                rememberRead(plan);
            }
            stores.audit()
                    .record(new AuditEntry(
                            clock.instant(),
                            run.actor(),
                            "stock plan apply ended",
                            plan.header().id().value(),
                            "run " + run.id() + ": " + state));
        });
        return ended;
    }

    /** A read that a person approved is what the next one is measured against. */
    private void rememberRead(StockPlan plan) {
        PlanHeader header = plan.header();
        if (header.complete()) {
            stores.stocks()
                    .remember(
                            header.source(),
                            new LastRead(plan.counts().sourceRows(), header.watermark(), header.readEnded()));
        }
    }

    private Run earlierRun(StockPlan plan, Request request) {
        String planId = plan.header().id().value();
        return stores.runs().recent(RECENT_RUNS).stream()
                .filter(run -> run.plan().equals(Optional.of(planId)))
                .findFirst()
                .orElseGet(() -> new Run(
                        new RunId("-"),
                        KIND,
                        plan.header().route(),
                        Optional.of(planId),
                        request.actor(),
                        clock.instant(),
                        Optional.of(clock.instant()),
                        RunState.COMPLETED,
                        Map.of(),
                        "applied before"));
    }
}
