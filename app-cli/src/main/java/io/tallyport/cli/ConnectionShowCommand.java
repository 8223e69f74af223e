package io.tallyport.cli;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.view.ConnectionView;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one connection. */
@Command(
        name = "show",
        description = "Shows a connection; of its secrets only what they are for.",
        footer = {"", "Example:", "  tallyport connection show till"})
final class ConnectionShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable ConnectionId name;

    private final Shell shell;

    ConnectionShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ConnectionId id = Specs.given(name);
        try (Tallyport tallyport = shell.open()) {
            ConnectionView view = tallyport
                    .connections()
                    .find(id)
                    .map(ConnectionView::of)
                    .orElseThrow(() -> new IllegalArgumentException("there is no connection \"" + id + "\""));
            shell.answer(view, screen -> screen.facts(ConnectionFacts.of(view)));
        }
        return ExitCode.OK;
    }
}
