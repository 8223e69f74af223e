package io.tallyport.cli;

import io.tallyport.core.job.JobDesk;
import io.tallyport.runtime.Tallyport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes jobs that ended long ago. */
@Command(
        name = "prune",
        description = {
            "Removes jobs with their history that ended so many days ago: completed, cancelled, and dead ones that",
            "were discarded. Never one that waits or runs, never a dead one that nobody has taken note of."
        },
        footer = {"", "Example:", "  tallyport queue prune 7"})
final class QueuePruneCommand implements Callable<Integer> {

    private static final int BATCH = 1000;
    private static final int MOST_DAYS = 36500;

    @Parameters(paramLabel = "DAYS", description = "How many days ago they ended at least; 0 for all that have ended.")
    private int days;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    QueuePruneCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (days < 0 || days > MOST_DAYS) {
            throw Specs.misuse(spec, "DAYS is from 0 to " + MOST_DAYS);
        }
        try (Tallyport tallyport = shell.open()) {
            long removed = prune(tallyport.queue().desk(), Duration.ofDays(days));
            shell.answer(Map.of("removed", removed), screen -> screen.good("Removed: " + removed + "."));
        }
        return ExitCode.OK;
    }

    private static long prune(JobDesk desk, Duration age) {
        long removed = 0;
        long batch;
        do {
            batch = desk.prune(age, BATCH);
            removed += batch;
        } while (batch > 0);
        return removed;
    }
}
