package io.tallyport.cli;

import io.tallyport.core.inventory.Choice;
import io.tallyport.core.kernel.RouteId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Syncs some SKUs at once. */
@Command(
        name = "push",
        description = {
            "Syncs some SKUs of a route now, at the cost of these, with the same holds and guard as any sync.",
            "The route must have been synced once, so that it is known which items there are.",
            "Ends with 3 when something waits for a person, or a SKU is on neither side."
        },
        footer = {
            "",
            "Example:",
            "  tallyport stock push main --products MUG-RED,MUG-BLUE --confirm",
            "  tallyport stock push main --category Mugs --dry-run",
            "  tallyport stock push main --priority --top 100 --confirm"
        })
final class StockPushCommand implements Callable<Integer> {

    static final int TOP = 50;

    /** One way to choose. */
    static final class Chosen {

        @ArgGroup(exclusive = true, multiplicity = "1")
        private @Nullable ChosenProducts products;

        @Option(
                names = "--priority",
                required = true,
                description = "Those most at risk to be oversold: much sold lately, little left.")
        private boolean priority;
    }

    @Parameters(
            paramLabel = "ROUTE",
            arity = "0..1",
            description = "The route's name; may be left out where there is only one.")
    private @Nullable RouteId route;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private @Nullable Chosen chosen;

    @Option(names = "--top", paramLabel = "N", description = "How many with --priority; " + TOP + " unless given.")
    private @Nullable Integer top;

    @ArgGroup(multiplicity = "1")
    private @Nullable DryOrConfirm mode;

    @Mixin
    private ApplyOptions options = new ApplyOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    StockPushCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Push push = new Push(shell, Specs.given(mode).isDryRun(), options.strict());
        return push.push(route, choice());
    }

    private Choice choice() {
        Chosen way = Specs.given(chosen);
        if (!way.priority) {
            if (top != null) {
                throw Specs.misuse(spec, "--top goes with --priority");
            }
            return Specs.given(way.products).choice();
        }
        int most = top == null ? TOP : top;
        if (most < 1) {
            throw Specs.misuse(spec, "--top is 1 or more");
        }
        return Choice.mostAtRisk(most);
    }
}
