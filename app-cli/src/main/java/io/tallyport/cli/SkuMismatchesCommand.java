package io.tallyport.cli;

import io.tallyport.core.kernel.RouteId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Names what does not fit between two catalogues. */
@Command(
        name = "mismatches",
        description = {
            "Reads the products of both ends of a route and names what does not fit between them.",
            "What is on one side only, duplicate SKUs and barcodes, SKUs that are written differently, one barcode with"
                    + " two SKUs, mapped items that are gone, archived or merged.",
            "Writes nothing. Ends with 3 when there is something, with 0 when there is nothing."
        },
        footer = {
            "",
            "Example:",
            "  tallyport sku mismatches main",
            "  tallyport sku mismatches main --kind sku-format --json"
        })
final class SkuMismatchesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ROUTE", description = "The route.")
    private @Nullable RouteId route;

    @Mixin
    private MismatchOptions options = new MismatchOptions();

    private final Shell shell;

    SkuMismatchesCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return new MismatchReport(shell).run(Specs.given(route), options);
    }
}
