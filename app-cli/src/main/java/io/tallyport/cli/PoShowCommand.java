package io.tallyport.cli;

import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.runtime.PurchasingParts;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows an order. */
@Command(
        name = "show",
        description = "Shows an order with its lines, its log, and where the platform has something else.",
        footer = {"", "Example:", "  tallyport po show PO-2025-001"})
final class PoShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The order's number.")
    private @Nullable PurchaseOrderId id;

    private final Shell shell;

    PoShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            PurchasingParts parts = tallyport.purchasing();
            PoDetails whole = PoDetails.of(PoView.of(parts.book().require(Specs.given(id))), parts.stores());
            shell.answer(whole, whole::print);
            return ExitCode.OK;
        }
    }
}
