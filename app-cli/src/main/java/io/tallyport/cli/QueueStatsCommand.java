package io.tallyport.cli;

import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Counts jobs. */
@Command(
        name = "stats",
        description = "Counts the jobs by state, priority and worker, and says how long they wait and take.",
        footer = {"", "Example:", "  tallyport queue stats", "  tallyport queue stats --json"})
final class QueueStatsCommand implements Callable<Integer> {

    private final Shell shell;

    QueueStatsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            QueueStatsView view = QueueStatsView.of(tallyport.queue().history().statistics());
            shell.answer(view, view::print);
        }
        return ExitCode.OK;
    }
}
