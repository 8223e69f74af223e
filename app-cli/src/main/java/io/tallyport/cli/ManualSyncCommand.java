package io.tallyport.cli;

import io.tallyport.core.kernel.RouteId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code stock push} of products under the name that runbooks know. */
@Command(
        name = "manual-sync",
        description = "The same as stock push with --products or --category: syncs some SKUs now.",
        footer = {"", "Example:", "  tallyport manual-sync --products=MUG-RED,MUG-BLUE --confirm"})
final class ManualSyncCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "ROUTE",
            arity = "0..1",
            description = "The route's name; may be left out where there is only one.")
    private @Nullable RouteId route;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private @Nullable ChosenProducts products;

    @ArgGroup(multiplicity = "1")
    private @Nullable DryOrConfirm mode;

    @Mixin
    private ApplyOptions options = new ApplyOptions();

    private final Shell shell;

    ManualSyncCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Push push = new Push(shell, Specs.given(mode).isDryRun(), options.strict());
        return push.push(route, Specs.given(products).choice());
    }
}
