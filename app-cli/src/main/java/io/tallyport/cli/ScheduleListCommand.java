package io.tallyport.cli;

import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists schedules. */
@Command(
        name = "list",
        description = "Lists the schedules: when each was due last, and when it is due next.",
        footer = {"", "Example:", "  tallyport schedule list"})
final class ScheduleListCommand implements Callable<Integer> {

    private final Shell shell;

    ScheduleListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            List<ScheduleView> views = tallyport.queue().schedules().list().stream()
                    .map(ScheduleView::of)
                    .toList();
            shell.answer(views, screen -> print(screen, views));
        }
        return ExitCode.OK;
    }

    private static void print(Screen screen, List<ScheduleView> views) {
        if (views.isEmpty()) {
            screen.line("Nothing is scheduled; a route is with: tallyport route schedule ROUTE --every 5m --confirm");
            return;
        }
        ScheduleView.print(screen, views);
    }
}
