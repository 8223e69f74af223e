package io.tallyport.cli;

import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunState;
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.Reason;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.view.RunView;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What an apply came to.
 *
 * @param run the run
 * @param already whether an earlier run had done it all
 * @param rows what moved and what was left, with old and new
 */
record ApplyReport(RunView run, boolean already, RunEntries rows) {

    private static final int SHOWN = 20;

    static ApplyReport of(Tallyport tallyport, ApplyStockPlan.Result result, int limit) {
        Run run = result.run();
        return new ApplyReport(
                ShownRun.of(run),
                result.already(),
                RunEntries.of(tallyport.history().syncLog(), run.id(), RunEntries::isRemarkable, limit));
    }

    /** With as many rows as a screen shows, or all of them for a program. */
    static ApplyReport of(Tallyport tallyport, ApplyStockPlan.Result result, Shell shell) {
        return of(tallyport, result, shell.isJson() ? 0 : SHOWN);
    }

    int exit() {
        return ExitCode.of(RunState.valueOf(run.state()));
    }

    void print(Screen screen) {
        String headline = "Run " + run.id() + " " + run.state() + ": " + run.message();
        if (already) {
            screen.line("This plan was applied before; nothing was written now.");
        }
        if (exit() == ExitCode.OK) {
            screen.good(headline);
        } else {
            screen.attention(headline);
        }
        counts(screen, run.counts());
        rows.print(screen, "tallyport runs show " + run.id() + " --moved --limit 0");
    }

    private static void counts(Screen screen, Map<String, Long> counts) {
        Table table = Table.of("OUTCOME", ">ROWS", "MEANING");
        counts.forEach((outcome, rows) -> table.row(outcome, rows, meaning(outcome)));
        if (!table.isEmpty()) {
            screen.table(table);
        }
    }

    private static String meaning(String outcome) {
        Optional<Reason> reason = Arrays.stream(Reason.values())
                .filter(one -> one.name().equals(outcome))
                .findFirst();
        return reason.map(Reason::meaning).orElse("");
    }
}
