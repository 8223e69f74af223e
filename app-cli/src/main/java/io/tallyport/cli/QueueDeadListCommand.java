package io.tallyport.cli;

import io.tallyport.core.job.JobState;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists dead letters. */
@Command(
        name = "list",
        description = {
            "Lists jobs that are not tried any more; with --discarded, also those that a person has taken note of.",
            "Ends with 3 when there is one."
        },
        footer = {"", "Example:", "  tallyport queue dead list", "  tallyport queue dead list --type stock-cycle"})
final class QueueDeadListCommand implements Callable<Integer> {

    @Mixin
    private JobFilterOptions filter = new JobFilterOptions();

    @Option(names = "--discarded", description = "Also those that were discarded.")
    private boolean discarded;

    @Option(names = "--limit", paramLabel = "N", description = "How many; 50 unless given.")
    private int limit = 50;

    private final Shell shell;

    QueueDeadListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            List<JobView> views = QueueListCommand.first(
                    tallyport.queue().history(), filter.in(Set.of(JobState.DEAD), !discarded), Math.max(1, limit));
            shell.answer(views, screen -> print(screen, views));
            return views.stream().allMatch(JobView::acknowledged) ? ExitCode.OK : ExitCode.PARTIAL;
        }
    }

    private void print(Screen screen, List<JobView> views) {
        if (views.isEmpty()) {
            screen.good("No job is dead.");
            return;
        }
        QueueListCommand.print(screen, views, limit);
        screen.line("Try one again: tallyport queue dead replay ID. Put it aside: tallyport queue dead discard ID");
    }
}
