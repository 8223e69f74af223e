package io.tallyport.cli;

import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.runtime.PurchasingParts;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.view.DiscrepancyView;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows where a platform has something else. */
@Command(
        name = "discrepancies",
        description = {
            "Shows where a platform has something else than an order says: short, over, unexpected items, other costs.",
            "Of one order also those that are over; of all orders the open ones. Ends with 3 when one is open."
        },
        footer = {"", "Example:", "  tallyport po discrepancies", "  tallyport po discrepancies PO-2025-001"})
final class PoDiscrepanciesCommand implements Callable<Integer> {

    private static final int MOST = 1000;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The order's number.")
    private @Nullable PurchaseOrderId id;

    private final Shell shell;

    PoDiscrepanciesCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            PurchasingParts parts = tallyport.purchasing();
            List<DiscrepancyView> differences = (id == null
                            ? parts.stores().discrepancies().open(MOST)
                            : parts.stores()
                                    .discrepancies()
                                    .of(parts.book().require(id).id()))
                    .stream().map(DiscrepancyView::of).toList();
            shell.answer(differences, screen -> {
                if (differences.isEmpty()) {
                    screen.good("Nothing differs.");
                } else {
                    PoDetails.print(screen, differences);
                }
            });
            return differences.stream().anyMatch(one -> one.closed() == null) ? ExitCode.PARTIAL : ExitCode.OK;
        }
    }
}
