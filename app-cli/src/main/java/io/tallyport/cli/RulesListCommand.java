package io.tallyport.cli;

import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.rule.Rule;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the rules. */
@Command(
        name = "list",
        description = "Lists the rules, buffers and remembered answers included.",
        footer = {"", "Example:", "  tallyport rules list", "  tallyport rules list --route main --json"})
final class RulesListCommand implements Callable<Integer> {

    @Option(names = "--route", paramLabel = "ROUTE", description = "Only those that are about this route.")
    private @Nullable RouteId route;

    private final Shell shell;

    RulesListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            List<RuleView> views = wanted(tallyport).stream().map(RuleView::of).toList();
            shell.answer(
                    views,
                    screen -> RuleView.print(
                            screen,
                            views,
                            "There is no rule; each route goes by its policy. Add one: tallyport rules add"));
        }
        return ExitCode.OK;
    }

    private List<Rule> wanted(Tallyport tallyport) {
        if (route == null) {
            return tallyport.rulings().rules().all();
        }
        Route about = tallyport
                .routes()
                .find(route)
                .orElseThrow(() -> new IllegalArgumentException("there is no route \"" + route + "\""));
        return tallyport.rulings().rules().all().stream()
                .filter(rule -> rule.scope().isAbout(about))
                .toList();
    }
}
