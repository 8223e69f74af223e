package io.tallyport.cli;

import io.tallyport.core.job.JobBatches;
import io.tallyport.core.job.JobState;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets all failed and dead jobs start again. */
@Command(
        name = "retry-all",
        description = {
            "Lets all failed jobs start at once, and all dead ones anew with all their tries.",
            "Dead ones that were discarded stay as they are."
        },
        footer = {"", "Example:", "  tallyport queue retry-all", "  tallyport queue retry-all --reason transient"})
final class QueueRetryAllCommand implements Callable<Integer> {

    @Mixin
    private JobFilterOptions filter = new JobFilterOptions();

    private final Shell shell;

    QueueRetryAllCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            JobBatches batches = tallyport.queue().batches();
            long failed = batches.replay(filter.in(Set.of(JobState.FAILED), false), shell.actor());
            long dead = batches.replay(filter.in(Set.of(JobState.DEAD), true), shell.actor());
            shell.answer(
                    Map.of("failed", failed, "dead", dead),
                    screen -> screen.good("Retried: " + failed + " failed, " + dead + " dead."));
        }
        return ExitCode.OK;
    }
}
