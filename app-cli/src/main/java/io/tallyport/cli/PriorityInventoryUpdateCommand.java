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

/** {@code stock push --priority} under the name that runbooks know. */
@Command(
        name = "priority-inventory-update",
        description = "The same as stock push --priority: syncs first what is most at risk to be oversold.",
        footer = {"", "Example:", "  tallyport priority-inventory-update --top 100 --confirm"})
final class PriorityInventoryUpdateCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "ROUTE",
            arity = "0..1",
            description = "The route's name; may be left out where there is only one.")
    private @Nullable RouteId route;

    @Option(names = "--top", paramLabel = "N", description = "How many; ${DEFAULT-VALUE} unless given.")
    private int top = StockPushCommand.TOP;

    @ArgGroup(multiplicity = "1")
    private @Nullable DryOrConfirm mode;

    @Mixin
    private ApplyOptions options = new ApplyOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    PriorityInventoryUpdateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (top < 1) {
            throw Specs.misuse(spec, "--top is 1 or more");
        }
        Push push = new Push(shell, Specs.given(mode).isDryRun(), options.strict());
        return push.push(route, Choice.mostAtRisk(top));
    }
}
