package io.tallyport.core.inventory;

import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunId;
import io.tallyport.core.history.RunState;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Keeps the run and the plan's state in the database while the plan is applied. */
final class RunBook {

    private static final String OPERATION = "apply plan";
    private static final int RECENT_RUNS = 200;

    private final ApplyStores stores;
    private final Clock clock;

    RunBook(ApplyStores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * Begins a run: the plan is being applied from now on.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when the plan is another by now, or has been applied
     */
    Run begin(StockPlan read, String actor, RunId id) {
        PlanHeader plan = read.header();
        Run run = new Run(
                id,
                kind(plan.origin()),
                plan.route(),
                Optional.of(plan.id().value()),
                actor,
                clock.instant(),
                Optional.empty(),
                RunState.RUNNING,
                Map.of(),
                "");
        stores.unitOfWork().inOne(() -> {
            interrupted(plan.id());
            PlanRecord now = stores.plans().find(plan.id()).orElseThrow();
            if (now.state() == PlanState.APPLIED
                    || !now.hash().equals(read.hash())
                    || !stores.plans().change(now, now.with(now.hash(), PlanState.APPLYING))) {
                throw PlanErrors.rejected(
                        OPERATION, PlanErrors.BUSY, "the plan was approved or applied by somebody else meanwhile");
            }
            if (plan.origin().isUndo()) {
                // A person may have let the route go on since the plan was made.
                new PausedRoutes(stores.halts(), stores.routes(), stores.cursors(), stores.audit(), clock)
                        .pause(plan, actor);
            }
            stores.runs().save(run);
            stores.audit()
                    .record(new AuditEntry(
                            run.started(),
                            actor,
                            "stock plan apply begun",
                            plan.id().value(),
                            "run " + id));
        });
        return run;
    }

    private static String kind(PlanOrigin origin) {
        return origin.isUndo() ? "stock-" + origin.kind().name().toLowerCase(Locale.ROOT) : ApplyStockPlan.KIND;
    }

    /** A run of this plan that still says RUNNING was killed: we hold the lease now. */
    private void interrupted(PlanId plan) {
        stores.runs().recent(RECENT_RUNS).stream()
                .filter(run -> run.state() == RunState.RUNNING && run.plan().equals(Optional.of(plan.value())))
                .forEach(run ->
                        stores.runs().save(run.ended(clock.instant(), RunState.FAILED, run.counts(), "interrupted")));
    }

    /** Ends a run; the plan is applied when nothing of it is left that a further apply could do. */
    Run end(Run run, StockPlan plan, ApplyJournal journal, Optional<ApplyStop> stop) {
        long open = journal.tally().count(Reason.NOT_APPROVED)
                + journal.tally().count(Reason.AMBIGUOUS)
                + journal.tally().count(Reason.FAILED)
                + journal.tally().count(Reason.STOPPED);
        RunState state = stop.map(ApplyStop::state)
                .orElse(journal.tally().leftOut() == 0 ? RunState.COMPLETED : RunState.PARTIAL);
        String message = stop.map(Throwable::getMessage)
                .orElse(
                        journal.tally().leftOut() == 0
                                ? "all rows are in step"
                                : journal.tally().leftOut() + " rows were left out");
        Run ended = run.ended(clock.instant(), state, journal.tally().counts(), message);
        boolean applied = open == 0 && stop.isEmpty();
        stores.unitOfWork().inOne(() -> {
            stores.runs().save(ended);
            if (applied) {
                PlanRecord now = stores.plans().find(plan.header().id()).orElseThrow();
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
        if (!header.origin().isUndo() && header.complete() && header.coverage().isFull()) {
            stores.stocks()
                    .remember(
                            header.source(),
                            new LastRead(plan.counts().sourceRows(), header.watermark(), header.readEnded()));
        }
    }

    /** The run that applied a plan. */
    Run earlierRun(StockPlan plan, String actor) {
        String planId = plan.header().id().value();
        return stores.runs().recent(RECENT_RUNS).stream()
                .filter(run -> run.plan().equals(Optional.of(planId)))
                .findFirst()
                .orElseGet(() -> new Run(
                        new RunId("-"),
                        kind(plan.header().origin()),
                        plan.header().route(),
                        Optional.of(planId),
                        actor,
                        clock.instant(),
                        Optional.of(clock.instant()),
                        RunState.COMPLETED,
                        Map.of(),
                        "applied before"));
    }
}
