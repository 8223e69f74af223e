package io.tallyport.cli;

import io.tallyport.core.counting.CountReference;
import io.tallyport.core.counting.CountResult;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Calls a count off. */
@Command(
        name = "cancel",
        description = {
            "Calls a count off at the platform; no stock changes, and its reference is free then.",
            "Ends with 1 when it is complete already, with 3 when an answer may still be under way."
        },
        footer = {"", "Example:", "  tallyport count cancel CNT-2026-001 --connection till"})
final class CountCancelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "REFERENCE", description = "What the count is called.")
    private @Nullable CountReference reference;

    @Option(names = "--connection", paramLabel = "CONNECTION", required = true, description = "The connection.")
    private @Nullable ConnectionId connection;

    private final Shell shell;

    CountCancelCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        CountReference given = Specs.given(reference);
        try (Tallyport tallyport = shell.open()) {
            CountResult result =
                    tallyport.purchasing().counts().cancel().cancel(Specs.given(connection), given, shell.actor());
            CountView view = CountView.of(given, result);
            shell.answer(view, view::print);
            return result.ending() == CountResult.Ending.DONE ? ExitCode.FAILURE : view.exit();
        }
    }
}
