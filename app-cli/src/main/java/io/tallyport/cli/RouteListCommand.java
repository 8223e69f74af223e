package io.tallyport.cli;

import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the routes. */
@Command(
        name = "list",
        description = "Lists the routes.",
        footer = {"", "Example:", "  tallyport route list"})
final class RouteListCommand implements Callable<Integer> {

    private final Shell shell;

    RouteListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            List<RouteView> views = tallyport.routes().all().stream()
                    .map(route -> RouteView.of(route, tallyport.halts().store()))
                    .toList();
            shell.answer(views, screen -> print(screen, views));
        }
        return ExitCode.OK;
    }

    private static void print(Screen screen, List<RouteView> views) {
        if (views.isEmpty()) {
            screen.line("There is no route yet; add one with: tallyport route add");
            return;
        }
        Table table = Table.of("NAME", "FROM", "TO", "WEB ORDERS", ">THRESHOLD", "ENABLED", "PAUSED");
        views.forEach(view -> table.row(
                view.name(),
                view.from(),
                view.to(),
                view.webOrders(),
                view.reviewThreshold(),
                view.enabled() ? "yes" : "no",
                view.paused() == null ? "no" : "yes"));
        screen.table(table);
        views.stream().filter(view -> view.paused() != null).forEach(view -> {
            screen.attention("Route " + view.name() + " is paused " + view.paused());
            screen.line("When the cause is mended: tallyport route resume " + view.name());
        });
    }
}
