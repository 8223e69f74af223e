package io.tallyport.cli;

import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.runtime.PurchasingParts;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells how an order stands here and there. */
@Command(
        name = "status",
        description = {
            "Tells how a purchase order stands here and at the platform, when it was last read, and its log.",
            "Reads the consignment first, which takes in what has come; with --dry-run only what is known is told."
        },
        footer = {"", "Example:", "  tallyport sync status PO-2025-001"})
final class SyncStatusCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The order's number.")
    private @Nullable PurchaseOrderId id;

    @Option(names = "--dry-run", description = "Do not ask the platform.")
    private boolean dryRun;

    private final Shell shell;

    SyncStatusCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            PurchasingParts parts = tallyport.purchasing();
            PurchaseOrder known = parts.book().require(Specs.given(id));
            PurchaseOrder order =
                    dryRun || known.link().isEmpty() ? known : parts.readBack().read(known.id(), shell.actor());
            PoDetails whole = PoDetails.of(PoView.of(order), parts.stores());
            shell.answer(whole, whole::print);
            return order.hold().isPresent() ? ExitCode.PARTIAL : ExitCode.OK;
        }
    }
}
