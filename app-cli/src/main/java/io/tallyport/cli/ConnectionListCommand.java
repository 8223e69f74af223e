package io.tallyport.cli;

import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.view.ConnectionView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the connections. */
@Command(
        name = "list",
        description = "Lists the connections.",
        footer = {"", "Example:", "  tallyport connection list --json"})
final class ConnectionListCommand implements Callable<Integer> {

    private final Shell shell;

    ConnectionListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            List<ConnectionView> views = tallyport.connections().all().stream()
                    .map(ConnectionView::of)
                    .toList();
            shell.answer(views, screen -> print(screen, views));
        }
        return ExitCode.OK;
    }

    private static void print(Screen screen, List<ConnectionView> views) {
        if (views.isEmpty()) {
            screen.line("There is no connection yet; add one with: tallyport connection add");
            return;
        }
        Table table = Table.of("NAME", "PLATFORM", "ACCOUNT", "ENVIRONMENT", "ACCESS", "ENABLED", "BASE URL");
        views.forEach(view -> table.row(
                view.name(),
                view.platform(),
                view.account(),
                view.environment(),
                view.access(),
                view.enabled() ? "yes" : "no",
                view.baseUrl()));
        screen.table(table);
    }
}
