package io.tallyport.cli;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Maps two items. */
@Command(
        name = "add",
        description = {
            "Says that two items are one, as sku confirm does. From the next plan on it goes before any SKU.",
            "An item that is named by its id costs one small request; one that is named by its SKU is looked for in all."
        },
        footer = {
            "",
            "Example:",
            "  tallyport sku map add main A-1 SHOP-A1",
            "  tallyport sku map add main id:123 id:gid://shopify/InventoryItem/456"
        })
final class SkuMapAddCommand implements Callable<Integer> {

    @Mixin
    private PairParameters pair = new PairParameters();

    private final Shell shell;

    SkuMapAddCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            MappingEntry entry =
                    shell.showing(progress -> tallyport.skus().desk().confirm(pair.by(shell.actor()), progress));
            MappingView view = MappingView.of(entry);
            shell.answer(view, screen -> screen.good("Mapped: " + view.source() + " is " + view.target() + "."));
        }
        return ExitCode.OK;
    }
}
