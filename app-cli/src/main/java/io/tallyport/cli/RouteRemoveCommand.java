package io.tallyport.cli;

import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes a route. */
@Command(
        name = "remove",
        description = "Removes a route; its history stays.",
        footer = {"", "Example:", "  tallyport route remove main --confirm"})
final class RouteRemoveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable RouteId name;

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    RouteRemoveCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        RouteId id = Specs.given(name);
        if (!confirmation.isGiven(shell, spec, "Remove route " + id + "?")) {
            shell.say(screen -> screen.line("Nothing was removed."));
            return ExitCode.FAILURE;
        }
        try (Tallyport tallyport = shell.open()) {
            tallyport.routeDesk().remove(id, shell.actor());
            tallyport.queue().routeSchedules().end(id, shell.actor());
            shell.answer(Map.of("removed", id.value()), screen -> screen.good("Route " + id + " removed."));
        }
        return ExitCode.OK;
    }
}
