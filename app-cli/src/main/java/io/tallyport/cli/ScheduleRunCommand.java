package io.tallyport.cli;

import io.tallyport.core.job.Enqueued;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Enqueues a schedule's job now. */
@Command(
        name = "run",
        description = "Enqueues the job of a schedule now, beside its times; nothing is added while one of it waits.",
        footer = {"", "Example:", "  tallyport schedule run tidy"})
final class ScheduleRunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable String name;

    private final Shell shell;

    ScheduleRunCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        String given = Specs.given(name);
        try (Tallyport tallyport = shell.open()) {
            Enqueued enqueued = tallyport.queue().schedules().run(given, shell.actor());
            boolean added = enqueued.how() == Enqueued.How.ADDED;
            shell.answer(
                    Map.of("job", enqueued.id().value(), "added", added),
                    screen -> screen.good(
                            added
                                    ? "Job " + enqueued.id() + " starts as soon as a worker is free."
                                    : "Job " + enqueued.id() + " of it waits already."));
        }
        return ExitCode.OK;
    }
}
