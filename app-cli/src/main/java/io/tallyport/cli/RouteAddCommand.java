package io.tallyport.cli;

import io.tallyport.core.connection.MergePolicy;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.inventory.MergeAdmission;
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

/** Adds a route. */
@Command(
        name = "add",
        description = {
            "Adds a route. Under source-wins the POS is the truth for what it carries; under merge-deltas both sides",
            "sell, and what one sold or received is carried to the other.",
            "Both locations are looked up at their platforms; nothing is written there."
        },
        footer = {
            "",
            "Example:",
            "  tallyport route add main --from till/1 --to web/71000000001 --web-orders at-pos-when-fulfilled",
            "  tallyport route add shoes --from till/1 --to \"web/Main Street\" --web-orders at-pos-at-once \\",
            "      --sku-prefix SHOE- --threshold 25 --plan-lifetime 2h",
            "  tallyport route add both --from till/1 --to web/71000000001 --policy merge-deltas"
        })
final class RouteAddCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "What you call it.")
    private @Nullable RouteId name;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "CONN/LOCATION",
            description = "Where the truth is; the location by its id, the end of its id, or its name.")
    private @Nullable LocationName from;

    @Option(names = "--to", required = true, paramLabel = "CONN/LOCATION", description = "Where it is written.")
    private @Nullable LocationName to;

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            defaultValue = "source-wins",
            completionCandidates = Choices.MergePolicies.class,
            description = "Whose figure counts: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given. It cannot be"
                    + " changed later.")
    private @Nullable MergePolicy merge;

    @Mixin
    private PolicyOptions policy = new PolicyOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    RouteAddCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        RoutePolicy decided = policy.over(defaults());
        try (Tallyport tallyport = shell.open()) {
            LocationFinder finder = new LocationFinder(tallyport.connectors());
            Route route = new Route(
                    Specs.given(name), finder.find(Specs.given(from)), finder.find(Specs.given(to)), decided, true);
            new MergeAdmission(tallyport.connectors()).check(route);
            RouteView view = RouteView.of(
                    tallyport.routeDesk().add(route, shell.actor()),
                    tallyport.halts().store());
            shell.answer(view, screen -> {
                screen.good("Route " + view.name() + " added.");
                screen.facts(view.facts());
                screen.line(
                        decided.merge() == MergePolicy.MERGE_DELTAS
                                ? "Take its baseline first: tallyport stock baseline " + view.name() + " --help"
                                : "See what it would do with: tallyport stock plan " + view.name());
            });
        }
        return ExitCode.OK;
    }

    private RoutePolicy defaults() {
        if (Specs.given(merge) == MergePolicy.MERGE_DELTAS) {
            return RoutePolicy.mergeDeltas();
        }
        WebOrders webOrders = policy.webOrders().orElseGet(() -> WebOrdersQuestion.ask(shell, spec));
        return RoutePolicy.sourceWins(webOrders);
    }
}
