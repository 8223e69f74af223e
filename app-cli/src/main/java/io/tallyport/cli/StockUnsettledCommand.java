package io.tallyport.cli;

import io.tallyport.core.inventory.SettleMerge;
import io.tallyport.core.inventory.StockAdjustment;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the writes of a merge that nobody knows the outcome of. */
@Command(
        name = "unsettled",
        description = {
            "Lists the writes of a merge-deltas route whose outcome is not known: their items wait.",
            "Each sync asks the platforms first; what stays for a person is settled with stock settle.",
            "Ends with 3 when something waits for a person."
        },
        footer = {"", "Example:", "  tallyport stock unsettled both"})
final class StockUnsettledCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ROUTE", description = "The route's name.")
    private @Nullable RouteId route;

    private final Shell shell;

    StockUnsettledCommand(Shell shell) {
        this.shell = shell;
    }

    /** An open write as it is shown. */
    record View(String write, String at, String since, boolean waitsForAPerson, String detail, List<Line> lines) {

        static View of(SettleMerge.Unsettled open) {
            return new View(
                    open.intent(),
                    open.at().toString(),
                    open.since().toString(),
                    open.waits(),
                    open.detail(),
                    open.lines().stream().map(Line::of).toList());
        }

        private String items() {
            return lines.stream().map(line -> line.item() + " " + line.by()).collect(Collectors.joining(", "));
        }
    }

    /** What a write would have added. */
    record Line(String item, String by) {

        static Line of(StockAdjustment.Line line) {
            return new Line(line.item().value(), (line.by().signum() > 0 ? "+" : "") + line.by());
        }
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            List<View> open = tallyport.settleMerge().of(Specs.given(route)).stream()
                    .map(View::of)
                    .toList();
            shell.answer(open, screen -> print(screen, open));
            return open.stream().anyMatch(View::waitsForAPerson) ? ExitCode.PARTIAL : ExitCode.OK;
        }
    }

    private void print(Screen screen, List<View> open) {
        if (open.isEmpty()) {
            screen.good("The outcome of every write is known.");
            return;
        }
        Table table = Table.of("WRITE", "AT", "SINCE", "WAITS FOR", "WOULD ADD");
        open.forEach(each -> table.row(
                each.write(), each.at(), each.since(), each.waitsForAPerson() ? "a person" : "a sync", each.items()));
        screen.table(table);
        screen.line("Look at the platform's own history of these items, then: tallyport stock settle "
                + Specs.given(route) + " WRITE --done (or --not-done) --reason TEXT");
    }
}
