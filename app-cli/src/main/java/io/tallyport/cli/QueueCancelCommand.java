package io.tallyport.cli;

import io.tallyport.core.job.JobDesk;
import io.tallyport.core.job.JobErrors;
import io.tallyport.core.job.JobId;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a job back. */
@Command(
        name = "cancel",
        description = {
            "Takes back a job that waits, and those that wait for it and were made to go with it.",
            "One that runs is asked to stop; it does where it can, or goes on to its end."
        },
        footer = {"", "Example:", "  tallyport queue cancel 4711"})
final class QueueCancelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The job's number.")
    private @Nullable JobId id;

    private final Shell shell;

    QueueCancelCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        JobId job = Specs.given(id);
        try (Tallyport tallyport = shell.open()) {
            JobDetails.require(tallyport.queue().history(), job);
            JobDesk.Cancelled done =
                    tallyport.queue().desk().cancel(List.of(job), shell.actor()).get(0);
            if (done == JobDesk.Cancelled.TOO_LATE) {
                throw JobErrors.rejected("cancel job", JobErrors.WRONG_STATE, "job " + job + " has ended");
            }
            shell.answer(Map.of("job", job.value(), "result", Choices.word(done)), screen -> {
                if (done == JobDesk.Cancelled.CANCELLED) {
                    screen.good("Job " + job + " is cancelled.");
                } else {
                    screen.attention("Job " + job + " runs, and is asked to stop.");
                }
            });
        }
        return ExitCode.OK;
    }
}
