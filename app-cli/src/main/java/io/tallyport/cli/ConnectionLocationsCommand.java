package io.tallyport.cli;

import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists where a connection keeps stock. */
@Command(
        name = "locations",
        description = "Lists the locations that hold stock at a connection.",
        footer = {"", "Example:", "  tallyport connection locations web"})
final class ConnectionLocationsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable ConnectionId name;

    private final Shell shell;

    ConnectionLocationsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open();
                ConnectorSession session = tallyport.connectors().open(Specs.given(name))) {
            LocationsAnswer.show(shell, session.locations());
        }
        return ExitCode.OK;
    }
}
