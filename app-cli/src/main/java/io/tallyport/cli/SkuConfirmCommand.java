package io.tallyport.cli;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.catalog.mapping.ConfirmCertain;
import io.tallyport.core.catalog.mapping.ItemRef;
import io.tallyport.core.catalog.mapping.MappingDesk;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says that two items are one. */
@Command(
        name = "confirm",
        description = {
            "Says that two items are one, or that all certain suggestions are. An earlier rejection is taken back.",
            "An item that a person has mapped to another one must be freed first."
        },
        footer = {
            "",
            "Example:",
            "  tallyport sku confirm main A-1 SHOP-A1",
            "  tallyport sku confirm main --certain --dry-run"
        })
final class SkuConfirmCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ROUTE", description = "The route.")
    private @Nullable RouteId route;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SOURCE",
            description = "The source's item: its SKU, or id:ITEM.")
    private @Nullable ItemRef source;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "TARGET",
            description = "The target's item: its SKU, or id:ITEM.")
    private @Nullable ItemRef target;

    @Option(names = "--certain", description = "All suggestions that are certain, in place of one pair.")
    private boolean certain;

    @Option(names = "--dry-run", description = "With --certain: only show them.")
    private boolean dryRun;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    SkuConfirmCommand(Shell shell) {
        this.shell = shell;
    }

    private record PairView(ItemView source, ItemView target) {}

    private record View(boolean stored, List<PairView> certain, int left) {}

    @Override
    public Integer call() {
        ItemRef one = source;
        ItemRef other = target;
        if (certain ? one != null : other == null || dryRun) {
            throw Specs.misuse(spec, "name both items, SOURCE and TARGET, or say --certain (and perhaps --dry-run)");
        }
        try (Tallyport tallyport = shell.open()) {
            if (one == null || other == null) {
                all(tallyport);
            } else {
                one(tallyport, new MappingDesk.Pair(Specs.given(route), one, other, shell.actor()));
            }
        }
        return ExitCode.OK;
    }

    private void one(Tallyport tallyport, MappingDesk.Pair pair) {
        MappingEntry entry = shell.showing(progress -> tallyport.skus().desk().confirm(pair, progress));
        MappingView view = MappingView.of(entry);
        shell.answer(view, screen -> screen.good("Mapped: " + view.source() + " is " + view.target() + "."));
    }

    private void all(Tallyport tallyport) {
        ConfirmCertain.Result result = shell.showing(progress ->
                tallyport.skus().confirmCertain().confirm(Specs.given(route), dryRun, shell.actor(), progress));
        View view = new View(
                !dryRun,
                result.certain().stream()
                        .map(each -> new PairView(ItemView.of(each.source()), ItemView.of(each.target())))
                        .toList(),
                result.left());
        shell.answer(view, screen -> {
            Table table = Table.of("SOURCE", "TARGET", "TITLE");
            view.certain()
                    .forEach(each -> table.row(
                            each.source().name(),
                            each.target().name(),
                            each.source().title()));
            if (!table.isEmpty()) {
                screen.table(table);
            }
            screen.good(view.certain().size() + (dryRun ? " would be mapped, nothing was stored; " : " mapped; ")
                    + view.left() + " have candidates that a person must look at.");
        });
    }
}
