package io.tallyport.cli;

import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists workers. */
@Command(
        name = "list",
        description = "Lists the workers that run, and those that were seen within a day, the newest first.",
        footer = {"", "Example:", "  tallyport worker list"})
final class WorkerListCommand implements Callable<Integer> {

    private final Shell shell;

    WorkerListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            List<WorkerView> views = tallyport.queue().workers().list().stream()
                    .map(WorkerView::of)
                    .toList();
            shell.answer(views, screen -> print(screen, views));
        }
        return ExitCode.OK;
    }

    private static void print(Screen screen, List<WorkerView> views) {
        if (views.isEmpty()) {
            screen.line("No worker was seen within a day; start one with: tallyport queue work");
            return;
        }
        Table table =
                Table.of(">ID", "NAME", "HOST", "VERSION", "ALIVE", "STARTED", "LAST SEEN", ">HOLDS", ">RUNS", ">MB");
        views.forEach(view -> table.row(
                view.id(),
                view.name(),
                view.host(),
                view.version(),
                view.alive() ? "yes" : "no",
                view.started(),
                view.lastSeen(),
                view.held(),
                view.running(),
                view.memoryMegabytes()));
        screen.table(table);
    }
}
