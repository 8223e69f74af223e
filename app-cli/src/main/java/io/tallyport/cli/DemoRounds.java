package io.tallyport.cli;

import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.Action;
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.PlanApproval;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Plans, approves and applies, round by round, until a complete read finds nothing to change. */
final class DemoRounds {

    private static final int MOST_ROUNDS = 8;
    private static final int MOST_APPLIES = 4;
    private static final int SHOWN_ROWS = 12;
    private static final Set<String> WORTH_ANOTHER_APPLY = Set.of("AMBIGUOUS", "FAILED", "STOPPED");

    private final Shell shell;
    private final Tallyport tallyport;
    private final RouteId route;
    private final Path files;
    private final DemoRetry retry;
    private long approved;

    /**
     * The rounds of one route.
     *
     * @param files how the names of plan files begin; the round's number and .json follow
     */
    DemoRounds(Shell shell, Tallyport tallyport, RouteId route, Path files, DemoRetry retry) {
        this.shell = shell;
        this.tallyport = tallyport;
        this.route = route;
        this.files = files;
        this.retry = retry;
    }

    DemoResult run() {
        for (int round = 1; ; round++) {
            Path file = files.resolveSibling(files.getFileName() + String.valueOf(round) + ".json");
            StockPlan plan = plan(file, round);
            boolean inStep = plan.counts().changes() == 0 && plan.header().complete();
            if (inStep || round == MOST_ROUNDS) {
                return result(plan, file, round);
            }
            if (plan.counts().changes() > 0) {
                approve(plan, file);
                apply(file);
            } else {
                retry.again("the read could not prove that it saw everything");
            }
        }
    }

    private StockPlan plan(Path file, int round) {
        PlanStock.Request request = new PlanStock.Request(route, file, false, shell.actor());
        StockPlan plan = retry.until(
                "planning",
                () -> shell.showing(progress -> tallyport.planStock().plan(request, progress)));
        shell.say(screen -> {
            screen.blank();
            screen.title("Round " + round + ": plan");
            PlanView.Counts counts = PlanView.of(plan, file).counts();
            screen.line("  " + counts.eligible() + " rows can be in step, " + counts.unchanged() + " are; "
                    + counts.changes() + " would change, " + counts.held() + " of them wait for a person.");
            if (round == 1) {
                RowSelection.of(
                                tallyport.plans().files(),
                                file,
                                row -> row.action().isWrite(),
                                SHOWN_ROWS)
                        .print(screen, "");
            }
        });
        return plan;
    }

    private void approve(StockPlan plan, Path file) {
        if (!plan.isHeld() && plan.counts().held() == 0) {
            return;
        }
        shell.say(screen -> {
            screen.attention("Held:");
            plan.heldBecause().forEach(why -> screen.line("  - " + why));
            if (plan.counts().held() > 0) {
                screen.line("  - " + Counted.rows(plan.counts().held()) + " would change by more than "
                        + plan.header().policy().reviewThreshold() + " units");
            }
            screen.line(
                    "A person would look now: the wrong location, or a till that was never counted, looks like this.");
            screen.line("The demo approves its own baseline, under your name:");
            screen.line("  tallyport stock approve " + file.getFileName() + " --reason \"demo baseline\"");
        });
        StockPlan released = tallyport
                .approveStockPlan()
                .approve(new ApproveStockPlan.Request(file, Set.of(), shell.actor(), "demo baseline"));
        PlanApproval last = released.approvals().get(released.approvals().size() - 1);
        approved += last.rows();
        shell.say(screen -> screen.good("Approved " + Counted.rows(last.rows()) + "."));
    }

    private void apply(Path file) {
        for (int tries = 1; tries <= MOST_APPLIES; tries++) {
            Run run = applyOnce(file);
            boolean open = run.counts().keySet().stream().anyMatch(WORTH_ANOTHER_APPLY::contains)
                    || run.state() == RunState.FAILED;
            if (!open || tries == MOST_APPLIES) {
                return;
            }
            retry.again("the apply ended " + run.state() + " (" + run.message() + ")");
        }
    }

    private Run applyOnce(Path file) {
        ApplyStockPlan.Request request = new ApplyStockPlan.Request(file, false, 0, shell.actor());
        ApplyStockPlan.Result result = retry.until(
                "applying",
                () -> shell.showing(progress -> tallyport.applyStockPlan().apply(request, progress)));
        Run run = result.run();
        shell.say(screen ->
                screen.line("Applied: run " + run.id() + " " + run.state() + ", " + new TreeMap<>(run.counts())));
        return run;
    }

    private DemoResult result(StockPlan plan, Path file, int rounds) {
        Map<String, Long> others = new TreeMap<>();
        tallyport.plans().files().rows(file, row -> {
            if (row.action() == Action.SKIP) {
                others.merge(row.reason().name(), 1L, Long::sum);
            }
        });
        return new DemoResult(
                plan.counts().unchanged(),
                plan.counts().eligible(),
                others,
                rounds,
                approved,
                retry.retries(),
                plan.header().complete(),
                Map.of());
    }
}
