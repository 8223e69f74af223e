package io.tallyport.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the sync of one route came to.
 *
 * @param plan what was planned; empty when it could not be
 * @param applied empty when nothing was to be written, or the plan is held, or this was a dry run
 * @param error why it failed
 * @param exit the exit code for this route
 */
record SyncReport(
        String route,
        boolean dryRun,
        @Nullable PlanView plan,
        @Nullable ApplyReport applied,
        @Nullable Failure error,
        int exit) {

    static SyncReport planned(PlanView plan, boolean dryRun) {
        return new SyncReport(plan.route(), dryRun, plan, null, null, waits(plan) ? ExitCode.PARTIAL : ExitCode.OK);
    }

    static SyncReport applied(PlanView plan, ApplyReport applied) {
        return new SyncReport(plan.route(), false, plan, applied, null, applied.exit());
    }

    static SyncReport failed(String route, boolean dryRun, Failure error) {
        return new SyncReport(route, dryRun, null, null, error, error.exit());
    }

    /** Whether a person has to decide about the plan or a row of it. */
    private static boolean waits(PlanView plan) {
        return plan.held() || plan.counts().held() > 0;
    }

    void print(Screen screen) {
        Optional.ofNullable(error)
                .ifPresent(failure -> screen.attention("Route " + route + " failed: " + failure.line()));
        Optional.ofNullable(plan).ifPresent(known -> print(screen, known));
    }

    private void print(Screen screen, PlanView known) {
        PlanPrinter printer = new PlanPrinter(screen);
        printer.header(known);
        printer.counts(known);
        printer.held(known);
        if (applied != null) {
            applied.print(screen);
        }
        if (dryRun) {
            screen.line("Dry run: nothing was written.");
        } else if (known.held()) {
            screen.line("Nothing was written.");
        }
        if (dryRun || waits(known) || known.isEmpty()) {
            printer.next(known);
        }
    }
}
