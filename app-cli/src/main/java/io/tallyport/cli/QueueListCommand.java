package io.tallyport.cli;

import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobFilter;
import io.tallyport.core.job.JobHistory;
import io.tallyport.core.job.JobState;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import io.tallyport.runtime.Tallyport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists jobs. */
@Command(
        name = "list",
        description = "Lists jobs, state by state; those that are to run or ended first at the front.",
        footer = {
            "",
            "Example:",
            "  tallyport queue list --status pending,failed",
            "  tallyport queue list --type stock-cycle --limit 100 --json"
        })
final class QueueListCommand implements Callable<Integer> {

    private static final int PAGE = 500;

    @Option(
            names = "--status",
            split = ",",
            paramLabel = "STATE",
            description = "Only these: pending, processing, completed, failed, dead, cancelled, blocked.")
    private List<JobState> status = List.of();

    @Mixin
    private JobFilterOptions filter = new JobFilterOptions();

    @Option(names = "--limit", paramLabel = "N", description = "How many; 50 unless given.")
    private int limit = 50;

    private final Shell shell;

    QueueListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            JobFilter wanted = filter.in(Set.copyOf(status), false);
            List<JobView> views = first(tallyport.queue().history(), wanted, Math.max(1, limit));
            shell.answer(views, screen -> print(screen, views, limit));
        }
        return ExitCode.OK;
    }

    /** So many of those that fit. */
    static List<JobView> first(JobHistory history, JobFilter wanted, int limit) {
        List<JobView> views = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Page<Job> page = history.list(wanted, after, Math.min(PAGE, limit - views.size()));
            page.items().stream().map(JobView::of).forEach(views::add);
            after = page.next();
        } while (after.isPresent() && views.size() < limit);
        return views;
    }

    static void print(Screen screen, List<JobView> views, int limit) {
        if (views.isEmpty()) {
            screen.line("No job fits.");
            return;
        }
        JobView.print(screen, views);
        if (views.size() >= limit) {
            screen.line("There may be more: --limit N shows them.");
        }
    }
}
