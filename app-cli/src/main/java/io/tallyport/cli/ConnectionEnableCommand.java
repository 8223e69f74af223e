package io.tallyport.cli;

import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.view.ConnectionView;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a connection be used again. */
@Command(
        name = "enable",
        description = "Lets a connection be used again.",
        footer = {"", "Example:", "  tallyport connection enable web"})
final class ConnectionEnableCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable ConnectionId name;

    private final Shell shell;

    ConnectionEnableCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            ConnectionView view = ConnectionView.of(tallyport
                    .connectionDesk()
                    .change(Specs.given(name), ConnectionDesk.Change.enabled(true), shell.actor()));
            shell.answer(view, screen -> screen.good("Connection " + view.name() + " is enabled."));
        }
        return ExitCode.OK;
    }
}
