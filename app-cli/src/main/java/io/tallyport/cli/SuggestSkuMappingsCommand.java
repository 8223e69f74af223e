package io.tallyport.cli;

import io.tallyport.core.kernel.RouteId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The same as sku suggest. */
@Command(
        name = "suggest-sku-mappings",
        description = {
            "Says what each item that nothing joins may be on the other side, with a score and the reasons, the best first.",
            "\"certain\" needs a code that nobody else has on either side and nothing that speaks against it; a title alone"
                    + " never suffices.",
            "Confirms nothing by itself. What was rejected is not suggested again."
        },
        footer = {
            "",
            "Example:",
            "  tallyport suggest-sku-mappings main",
            "  tallyport suggest-sku-mappings main --limit 0 --json"
        })
final class SuggestSkuMappingsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ROUTE", description = "The route.")
    private @Nullable RouteId route;

    @Mixin
    private SuggestOptions options = new SuggestOptions();

    private final Shell shell;

    SuggestSkuMappingsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return new SuggestReport(shell).run(Specs.given(route), options);
    }
}
