package io.tallyport.cli;

import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one route. */
@Command(
        name = "show",
        description = "Shows a route and how it decides.",
        footer = {"", "Example:", "  tallyport route show main"})
final class RouteShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private @Nullable RouteId name;

    private final Shell shell;

    RouteShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        RouteId id = Specs.given(name);
        try (Tallyport tallyport = shell.open()) {
            RouteView view = tallyport
                    .routes()
                    .find(id)
                    .map(route -> RouteView.of(route, tallyport.halts().store()))
                    .orElseThrow(() -> new IllegalArgumentException("there is no route \"" + id + "\""));
            shell.answer(view, screen -> screen.facts(view.facts()));
        }
        return ExitCode.OK;
    }
}
