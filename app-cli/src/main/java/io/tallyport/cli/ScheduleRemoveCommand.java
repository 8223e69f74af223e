package io.tallyport.cli;

import io.tallyport.core.job.JobErrors;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes a schedule. */
@Command(
        name = "remove",
        description = "Removes a schedule. A job of it that waits already still runs; take it back with queue cancel.",
        footer = {"", "Example:", "  tallyport schedule remove tidy --confirm"})
final class ScheduleRemoveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable String name;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    ScheduleRemoveCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        String given = Specs.given(name);
        if (!confirmation.isGiven(shell, spec, "Remove schedule " + given + "?")) {
            shell.say(screen -> screen.line("Nothing was removed."));
            return ExitCode.FAILURE;
        }
        try (Tallyport tallyport = shell.open()) {
            if (!tallyport.queue().schedules().remove(given, shell.actor())) {
                throw JobErrors.rejected(
                        "remove schedule", JobErrors.UNKNOWN_SCHEDULE, "there is no \"" + given + "\"");
            }
            shell.answer(Map.of("removed", given), screen -> screen.good("Schedule " + given + " removed."));
        }
        return ExitCode.OK;
    }
}
