package io.tallyport.cli;

import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a schedule go on. */
@Command(
        name = "resume",
        description = "Lets a schedule that rests go on.",
        footer = {"", "Example:", "  tallyport schedule resume tidy"})
final class ScheduleResumeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable String name;

    private final Shell shell;

    ScheduleResumeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        String given = Specs.given(name);
        try (Tallyport tallyport = shell.open()) {
            String next = Times.shown(tallyport.queue().schedules().resume(given, shell.actor()));
            shell.answer(
                    Map.of("resumed", given, "next", next),
                    screen -> screen.good("Schedule " + given + " goes on; next due " + next + "."));
        }
        return ExitCode.OK;
    }
}
