package io.tallyport.cli;

import io.tallyport.core.catalog.mapping.ItemRef;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a mapping. */
@Command(
        name = "remove",
        description = {
            "Removes the mapping of an item of either side, named by its id or by the SKU it had when it was mapped.",
            "From the next plan on both items are matched by their SKUs again."
        },
        footer = {"", "Example:", "  tallyport sku map remove main id:123"})
final class SkuMapRemoveCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ROUTE", description = "The route.")
    private @Nullable RouteId route;

    @Parameters(index = "1", paramLabel = "ITEM", description = "The item: id:ITEM, or the SKU it had then.")
    private @Nullable ItemRef item;

    private final Shell shell;

    SkuMapRemoveCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            MappingView view = MappingView.of(
                    tallyport.skus().desk().remove(Specs.given(route), Specs.given(item), shell.actor()));
            shell.answer(view, screen -> screen.good("Removed: " + view.source() + " was " + view.target() + "."));
        }
        return ExitCode.OK;
    }
}
