package io.tallyport.cli;

import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.sync.ReceivePurchaseOrder;
import io.tallyport.core.purchasing.sync.SyncPurchaseOrder;
import io.tallyport.runtime.Tallyport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells the platform what has come. */
@Command(
        name = "receive",
        description = {
            "Tells the platform what has come of an order, as far as its API takes that; the platform moves the stock.",
            "Each quantity is how many have come in all, not how many more. What did not come stays ordered.",
            "Ends with 3 when an answer may still be under way; the same command again goes on then."
        },
        footer = {
            "",
            "Example:",
            "  tallyport po receive PO-2025-001 --line MUG-1=10",
            "  tallyport po receive PO-2025-001 --line MUG-1=12 --complete"
        })
final class PoReceiveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The order's number.")
    private @Nullable PurchaseOrderId id;

    @Option(names = "--line", paramLabel = "SKU=QUANTITY", description = "How many have come in all; may be repeated.")
    private List<PoLine> lines = List.of();

    @Option(names = "--complete", description = "No more will come.")
    private boolean complete;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    PoReceiveCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Map<Sku, Quantity> received = new LinkedHashMap<>();
        for (PoLine line : lines) {
            if (line.cost().isPresent()) {
                throw Specs.misuse(
                        spec,
                        "what goods cost is said by the order (tallyport po change), not when they come: "
                                + line.sku());
            }
            if (received.put(line.sku(), line.quantity()) != null) {
                throw Specs.misuse(spec, "the SKU " + line.sku() + " is given twice");
            }
        }
        if (received.isEmpty() && !complete) {
            throw Specs.misuse(
                    spec, "say what has come with --line SKU=QUANTITY, or that no more will with --complete");
        }
        try (Tallyport tallyport = shell.open()) {
            SyncPurchaseOrder.Result result = tallyport
                    .purchasing()
                    .receive()
                    .receive(new ReceivePurchaseOrder.Request(Specs.given(id), received, complete, shell.actor()));
            SyncPoView view = SyncPoView.of(result);
            shell.answer(view, view::print);
            return view.exit();
        }
    }
}
