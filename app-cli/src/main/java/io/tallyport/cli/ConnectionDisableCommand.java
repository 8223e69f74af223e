package io.tallyport.cli;

import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.view.ConnectionView;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets nothing through a connection any more; it stays, with its secrets. */
@Command(
        name = "disable",
        description = "Lets nothing through a connection any more; it stays, with its secrets.",
        footer = {"", "Example:", "  tallyport connection disable web"})
final class ConnectionDisableCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable ConnectionId name;

    private final Shell shell;

    ConnectionDisableCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            ConnectionView view = ConnectionView.of(tallyport
                    .connectionDesk()
                    .change(Specs.given(name), ConnectionDesk.Change.enabled(false), shell.actor()));
            shell.answer(view, screen -> screen.good("Connection " + view.name() + " is disabled."));
        }
        return ExitCode.OK;
    }
}
