package io.tallyport.cli;

import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes how a route decides. */
@Command(
        name = "set",
        description = "Changes how a route decides; what is not named stays.",
        footer = {
            "",
            "Example:",
            "  tallyport route set main --threshold 25 --max-changed-percent 50",
            "  tallyport route set main --enabled=false"
        })
final class RouteSetCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable RouteId name;

    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    @Option(
            names = "--enabled",
            arity = "1",
            paramLabel = "true|false",
            description = "Whether it takes part when all routes are synced.")
    private @Nullable Boolean enabled;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    RouteSetCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (policy.isEmpty() && enabled == null) {
            throw Specs.misuse(spec, "nothing to change: name at least one option");
        }
        RouteId id = Specs.given(name);
        try (Tallyport tallyport = shell.open()) {
            Route old = tallyport
                    .routes()
                    .find(id)
                    .orElseThrow(() -> new IllegalArgumentException("there is no route \"" + id + "\""));
            Route changed =
                    old.withPolicy(policy.over(old.policy())).withEnabled(enabled == null ? old.enabled() : enabled);
            RouteView view = RouteView.of(
                    tallyport.routeDesk().change(changed, shell.actor()),
                    tallyport.halts().store());
            shell.answer(view, screen -> {
                screen.good("Route " + view.name() + " changed.");
                screen.facts(view.facts());
            });
        }
        return ExitCode.OK;
    }
}
