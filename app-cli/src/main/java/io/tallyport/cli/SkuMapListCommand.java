package io.tallyport.cli;

import io.tallyport.core.catalog.mapping.Rejection;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists a route's mappings. */
@Command(
        name = "list",
        description = "Lists the mappings of a route with who made them, or the pairs that were rejected.",
        footer = {"", "Example:", "  tallyport sku map list main", "  tallyport sku map list main --rejected"})
final class SkuMapListCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ROUTE", description = "The route.")
    private @Nullable RouteId route;

    @Option(names = "--rejected", description = "The rejected pairs in place of the mappings.")
    private boolean rejected;

    private final Shell shell;

    SkuMapListCommand(Shell shell) {
        this.shell = shell;
    }

    private record RejectionView(String sourceItem, String targetItem, String at, String actor, String reason) {

        static RejectionView of(Rejection rejection) {
            return new RejectionView(
                    rejection.pair().sourceItem().value(),
                    rejection.pair().targetItem().value(),
                    rejection.at().toString(),
                    rejection.actor(),
                    rejection.reason());
        }
    }

    @Override
    public Integer call() {
        RouteId id = Specs.given(route);
        try (Tallyport tallyport = shell.open()) {
            if (tallyport.routes().find(id).isEmpty()) {
                throw new IllegalArgumentException("there is no route \"" + id + "\"");
            }
            if (rejected) {
                List<RejectionView> views = tallyport.skus().rejections().of(id).stream()
                        .map(RejectionView::of)
                        .toList();
                shell.answer(views, screen -> printRejected(screen, views));
            } else {
                List<MappingView> views = tallyport.skus().store().entries(id).stream()
                        .map(MappingView::of)
                        .toList();
                shell.answer(views, screen -> print(screen, id, views));
            }
        }
        return ExitCode.OK;
    }

    private static void print(Screen screen, RouteId id, List<MappingView> views) {
        if (views.isEmpty()) {
            screen.line("Nothing is mapped; see: tallyport sku suggest " + id);
        } else {
            screen.table(MappingView.table(views));
        }
    }

    private static void printRejected(Screen screen, List<RejectionView> views) {
        if (views.isEmpty()) {
            screen.line("Nothing was rejected.");
            return;
        }
        Table table = Table.of("SOURCE", "TARGET", "AT", "BY", "REASON");
        views.forEach(each -> table.row(
                "id:" + each.sourceItem(), "id:" + each.targetItem(), each.at(), each.actor(), each.reason()));
        screen.table(table);
    }
}
