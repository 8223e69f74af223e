package io.tallyport.cli;

import io.tallyport.core.job.Job;
import io.tallyport.core.job.JobErrors;
import io.tallyport.core.job.JobHistory;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a dead letter. */
@Command(
        name = "show",
        description = "Shows a dead job: its last error, its payload, and every try.",
        footer = {"", "Example:", "  tallyport queue dead show 4711"})
final class QueueDeadShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The job's number.")
    private @Nullable JobId id;

    private final Shell shell;

    QueueDeadShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            JobHistory history = tallyport.queue().history();
            requireDead(history, Specs.given(id));
            JobDetails details = JobDetails.of(history, Specs.given(id));
            shell.answer(details, details::print);
        }
        return ExitCode.OK;
    }

    static Job requireDead(JobHistory history, JobId id) {
        Job job = JobDetails.require(history, id);
        if (job.state() != JobState.DEAD) {
            throw JobErrors.rejected(
                    "find dead letter", JobErrors.WRONG_STATE, "job " + id + " is " + job.state() + ", and not dead");
        }
        return job;
    }
}
