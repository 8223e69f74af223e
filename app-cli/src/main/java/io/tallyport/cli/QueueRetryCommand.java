package io.tallyport.cli;

import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobErrors;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a job start again. */
@Command(
        name = "retry",
        description = "Lets a failed job start at once, and a dead or cancelled one anew with all its tries.",
        footer = {"", "Example:", "  tallyport queue retry 4711"})
final class QueueRetryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The job's number.")
    private @Nullable JobId id;

    private final Shell shell;

    QueueRetryCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        JobId job = Specs.given(id);
        try (Tallyport tallyport = shell.open()) {
            Job before = JobDetails.require(tallyport.queue().history(), job);
            if (tallyport.queue().desk().replay(List.of(job), shell.actor()).isEmpty()) {
                throw JobErrors.rejected("retry job", JobErrors.WRONG_STATE, whyNot(before));
            }
            shell.answer(
                    Map.of("retried", job.value()),
                    screen -> screen.good("Job " + job + " starts as soon as a worker is free."));
        }
        return ExitCode.OK;
    }

    private static String whyNot(Job job) {
        boolean retried =
                job.state() == JobState.FAILED || job.state() == JobState.DEAD || job.state() == JobState.CANCELLED;
        return retried
                ? "another job with the identity \"" + job.identity().orElse("") + "\" waits already and does its work"
                : "job " + job.id() + " is " + job.state() + "; failed, dead and cancelled ones are retried";
    }
}
