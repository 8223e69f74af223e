package io.tallyport.cli;

import io.tallyport.core.inventory.ResolveConflicts;
import io.tallyport.runtime.Tallyport;
import java.util.List;

/**
 * What came of answers to conflicts.
 *
 * @param settled answered without a write
 * @param runs what was written, a run for each route
 * @param refused what could not be answered so
 */
record ResolveReport(List<Long> settled, List<Written> runs, List<Refused> refused) {

    /** A plan that carried out answers. */
    record Written(String route, String file, ApplyReport report) {}

    /** A conflict that could not be answered so. */
    record Refused(long conflict, String code, String message) {}

    static ResolveReport of(Tallyport tallyport, ResolveConflicts.Result result, Shell shell) {
        List<Refused> refused = result.refused().entrySet().stream()
                .map(one -> {
                    Failure failure = Failures.of(one.getValue());
                    return new Refused(one.getKey(), failure.code(), failure.message());
                })
                .toList();
        List<Written> runs = result.applied().stream()
                .map(applied -> new Written(
                        applied.plan().header().route().value(),
                        applied.file().toString(),
                        ApplyReport.of(tallyport, applied.run(), shell)))
                .toList();
        return new ResolveReport(List.copyOf(result.settled()), runs, refused);
    }

    /** What could not be answered is partly done at best. */
    int exit() {
        int exit = refused.isEmpty() ? ExitCode.OK : ExitCode.PARTIAL;
        for (Written run : runs) {
            exit = ExitCode.worse(exit, run.report().exit());
        }
        return exit;
    }

    void print(Screen screen) {
        if (!settled.isEmpty()) {
            screen.good("Answered without a write: " + settled + ".");
        }
        runs.forEach(run -> {
            screen.title("Route " + run.route() + ", plan " + run.file());
            run.report().print(screen);
        });
        refused.forEach(one -> screen.attention("Not answered: " + one.message()));
        if (settled.isEmpty() && runs.isEmpty() && refused.isEmpty()) {
            screen.line("No conflict was picked.");
        }
    }
}
