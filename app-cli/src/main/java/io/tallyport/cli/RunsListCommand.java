package io.tallyport.cli;

import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.view.RunView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the newest runs. */
@Command(
        name = "list",
        description = "Lists the newest runs.",
        footer = {"", "Example:", "  tallyport runs list --limit 5"})
final class RunsListCommand implements Callable<Integer> {

    @Option(names = "--limit", paramLabel = "N", description = "How many; 20 unless given.")
    private int limit = 20;

    private final Shell shell;

    RunsListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            List<RunView> views = tallyport.history().runs().recent(Math.max(1, limit)).stream()
                    .map(ShownRun::of)
                    .toList();
            shell.answer(views, screen -> print(screen, views));
        }
        return ExitCode.OK;
    }

    static void print(Screen screen, List<RunView> views) {
        if (views.isEmpty()) {
            screen.line("Nothing has been applied yet.");
            return;
        }
        Table table = Table.of("RUN", "KIND", "ROUTE", "STARTED", ">TOOK", "STATE", "MESSAGE");
        views.forEach(view -> table.row(
                view.id(),
                view.kind(),
                view.route(),
                view.started(),
                ShownRun.took(view),
                view.state(),
                view.message()));
        screen.table(table);
    }
}
