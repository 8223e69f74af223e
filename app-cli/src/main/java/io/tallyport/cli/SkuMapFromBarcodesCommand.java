package io.tallyport.cli;

import io.tallyport.core.catalog.mapping.MapFromBarcodes;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Maps what bears one barcode. */
@Command(
        name = "from-barcodes",
        description = {
            "Maps items that bear the same EAN, UPC or GTIN, where no other item of either side does, and that no equal SKU"
                    + " joins; takes such mappings back that no barcode supports any more.",
            "Such a mapping goes before an equal SKU, and a person's word before it. All or nothing."
        },
        footer = {
            "",
            "Example:",
            "  tallyport sku map from-barcodes main --dry-run",
            "  tallyport sku map from-barcodes main"
        })
final class SkuMapFromBarcodesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ROUTE", description = "The route.")
    private @Nullable RouteId route;

    @Option(names = "--dry-run", description = "Only show what would be mapped.")
    private boolean dryRun;

    private final Shell shell;

    SkuMapFromBarcodesCommand(Shell shell) {
        this.shell = shell;
    }

    private record PairView(ItemView source, ItemView target, boolean againstSku) {}

    private record View(boolean stored, List<PairView> added, List<MappingView> removed) {}

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            MapFromBarcodes.Result result = shell.showing(progress ->
                    tallyport.skus().fromBarcodes().map(Specs.given(route), dryRun, shell.actor(), progress));
            View view = new View(
                    !dryRun,
                    result.added().stream()
                            .map(pair -> new PairView(
                                    ItemView.of(pair.source()), ItemView.of(pair.target()), pair.againstSku()))
                            .toList(),
                    result.removed().stream().map(MappingView::of).toList());
            shell.answer(view, screen -> print(screen, view));
        }
        return ExitCode.OK;
    }

    private static void print(Screen screen, View view) {
        Table table = Table.of("", "SOURCE", "TARGET", "TITLE");
        view.removed().forEach(each -> table.row("remove", each.source(), each.target(), ""));
        view.added()
                .forEach(each -> table.row(
                        each.againstSku() ? "map, against the SKU" : "map",
                        each.source().name(),
                        each.target().name(),
                        each.source().title()));
        if (!table.isEmpty()) {
            screen.table(table);
        }
        screen.good(
                view.stored()
                        ? view.added().size() + " mapped, " + view.removed().size() + " removed."
                        : view.added().size() + " would be mapped, "
                                + view.removed().size() + " removed; nothing was stored.");
    }
}
