package io.tallyport.cli;

import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Location;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import java.util.List;
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

    private record View(String id, String name, boolean active) {

        static View of(Location location) {
            return new View(location.id().value(), location.name(), location.active());
        }
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open();
                ConnectorSession session = tallyport.connectors().open(Specs.given(name))) {
            List<View> views = session.locations().stream().map(View::of).toList();
            shell.answer(views, screen -> {
                Table table = Table.of("ID", "NAME", "ACTIVE");
                views.forEach(view -> table.row(view.id(), view.name(), view.active() ? "yes" : "no"));
                screen.table(table);
            });
        }
        return ExitCode.OK;
    }
}
