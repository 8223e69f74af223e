package io.tallyport.cli;

import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a schedule rest. */
@Command(
        name = "pause",
        description = "Lets a schedule rest until it is resumed. Times that pass meanwhile are left out.",
        footer = {"", "Example:", "  tallyport schedule pause tidy"})
final class SchedulePauseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable String name;

    private final Shell shell;

    SchedulePauseCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        String given = Specs.given(name);
        try (Tallyport tallyport = shell.open()) {
            tallyport.queue().schedules().pause(given, shell.actor());
            shell.answer(
                    Map.of("paused", given),
                    screen -> screen.attention(
                            "Schedule " + given + " rests; let it go on with: tallyport schedule resume " + given));
        }
        return ExitCode.OK;
    }
}
