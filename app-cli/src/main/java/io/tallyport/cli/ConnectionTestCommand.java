package io.tallyport.cli;

import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks the platform whether a connection works. */
@Command(
        name = "test",
        description =
                "Asks the platform who we are and whether our rights suffice; ends with 1 when there are problems.",
        footer = {"", "Example:", "  tallyport connection test till"})
final class ConnectionTestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable ConnectionId name;

    private final Shell shell;

    ConnectionTestCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ConnectionId id = Specs.given(name);
        try (Tallyport tallyport = shell.open();
                ConnectorSession session = tallyport.connectors().open(id)) {
            return HealthAnswer.of(id, session.check()).show(shell);
        }
    }
}
