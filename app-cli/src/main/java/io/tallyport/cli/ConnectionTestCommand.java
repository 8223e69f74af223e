package io.tallyport.cli;

import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Health;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import java.util.List;
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

    private record View(String name, boolean well, String summary, List<String> problems) {}

    @Override
    public Integer call() {
        ConnectionId id = Specs.given(name);
        try (Tallyport tallyport = shell.open();
                ConnectorSession session = tallyport.connectors().open(id)) {
            Health health = session.check();
            View view = new View(id.value(), health.isWell(), health.summary(), health.problems());
            shell.answer(view, screen -> print(screen, view));
            return health.isWell() ? ExitCode.OK : ExitCode.FAILURE;
        }
    }

    private static void print(Screen screen, View view) {
        if (view.well()) {
            screen.good("✓ " + view.name() + ": " + view.summary());
            return;
        }
        screen.attention("✗ " + view.name() + ": " + view.summary());
        view.problems().forEach(problem -> screen.line("  - " + problem));
    }
}
