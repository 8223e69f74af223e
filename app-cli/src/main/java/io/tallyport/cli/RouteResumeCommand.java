package io.tallyport.cli;

import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a paused route go on. */
@Command(
        name = "resume",
        description = {
            "Lets a paused route go on.",
            "After a rollback or restore the next sync sets the POS figures again: mend the cause first."
        },
        footer = {"", "Example:", "  tallyport route resume main"})
final class RouteResumeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable RouteId name;

    private final Shell shell;

    RouteResumeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        RouteId id = Specs.given(name);
        try (Tallyport tallyport = shell.open()) {
            boolean resumed = tallyport.halts().desk().resume(id, shell.actor());
            shell.answer(Map.of("route", id.value(), "resumed", resumed), screen -> {
                screen.good(resumed ? "Route " + id + " goes on." : "Route " + id + " was not paused.");
                if (resumed) {
                    screen.line(
                            "Its next sync sets what the POS says now, also where a rollback has set figures back.");
                    screen.line("Look first:  tallyport stock sync " + id + " --dry-run");
                }
            });
        }
        return ExitCode.OK;
    }
}
