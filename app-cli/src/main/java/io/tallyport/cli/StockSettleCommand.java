package io.tallyport.cli;

import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a person's word for what became of a write. */
@Command(
        name = "settle",
        description = {
            "Tells what became of a write of a merge-deltas route that no platform can tell of.",
            "A wrong word loses or doubles its units: look at the platform's own history of the items first."
        },
        footer = {
            "",
            "Example:",
            "  tallyport stock settle both 0b7e/1/1 --done --reason \"the product's history shows it at 14:03\""
        })
final class StockSettleCommand implements Callable<Integer> {

    /** What the person says. */
    static final class Word {
        @Option(names = "--done", required = true, description = "The platform did it, with all its lines.")
        private boolean done;

        @Option(names = "--not-done", required = true, description = "The platform did nothing of it.")
        private boolean notDone;

        boolean isDone() {
            return done && !notDone;
        }
    }

    @Parameters(index = "0", paramLabel = "ROUTE", description = "The route's name.")
    private @Nullable RouteId route;

    @Parameters(index = "1", paramLabel = "WRITE", description = "The write, as stock unsettled names it.")
    private @Nullable String write;

    @ArgGroup(multiplicity = "1")
    private @Nullable Word word;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "How you know, for the audit trail.")
    private @Nullable String reason;

    private final Shell shell;

    StockSettleCommand(Shell shell) {
        this.shell = shell;
    }

    /** The answer. */
    record View(String route, String write, boolean done) {}

    @Override
    public Integer call() {
        View view = new View(
                Specs.given(route).value(),
                Specs.given(write),
                Specs.given(word).isDone());
        try (Tallyport tallyport = shell.open()) {
            tallyport
                    .settleMerge()
                    .settle(Specs.given(route), view.write(), view.done(), shell.actor(), Specs.given(reason));
            shell.answer(
                    view,
                    screen -> screen.good(
                            "Write " + view.write() + " counts as " + (view.done() ? "done." : "not done.")));
        }
        return ExitCode.OK;
    }
}
