package io.tallyport.cli;

import io.tallyport.core.connection.KillSwitch;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Pauses a route. */
@Command(
        name = "pause",
        description = {
            "Pauses a route: no plan, apply or sync of it begins until it is resumed.",
            "An apply that is running goes on; tallyport stop ends it."
        },
        footer = {"", "Example:", "  tallyport route pause main --reason \"counting the shop\""})
final class RoutePauseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable RouteId name;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; shown to everybody who asks.")
    private @Nullable String reason;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    RoutePauseCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        RouteId id = Specs.given(name);
        String why = Specs.given(reason);
        if (why.isBlank()) {
            throw Specs.misuse(spec, "a pause needs a reason: --reason TEXT");
        }
        try (Tallyport tallyport = shell.open()) {
            KillSwitch.Stop stop = tallyport.halts().desk().pause(id, why, shell.actor());
            shell.answer(Map.of("route", id.value(), "paused", RouteView.paused(stop)), screen -> {
                screen.attention("Route " + id + " is paused " + RouteView.paused(stop));
                screen.line("Let it go on with: tallyport route resume " + id);
            });
        }
        return ExitCode.OK;
    }
}
