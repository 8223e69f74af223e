package io.tallyport.cli;

import io.tallyport.core.job.JobId;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a job. */
@Command(
        name = "show",
        description = "Shows a job: where it stands, its payload, and everything that happened to it.",
        footer = {"", "Example:", "  tallyport queue show 4711"})
final class QueueShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The job's number.")
    private @Nullable JobId id;

    private final Shell shell;

    QueueShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            JobDetails details = JobDetails.of(tallyport.queue().history(), Specs.given(id));
            shell.answer(details, details::print);
        }
        return ExitCode.OK;
    }
}
