package io.tallyport.cli;

import io.tallyport.core.purchasing.ChangePurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes the lines of an order. */
@Command(
        name = "change",
        description = {
            "Sets lines of a purchase order to these quantities, and adds those that are not there; 0 strikes one out.",
            "After the approval this is carried over as far as the platform still takes it."
        },
        footer = {"", "Example:", "  tallyport po change PO-2025-001 --line MUG-1=12@2.40 --line CUP-2=0"})
final class PoChangeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The order's number.")
    private @Nullable PurchaseOrderId id;

    @Option(
            names = "--line",
            required = true,
            paramLabel = "SKU=QUANTITY[@COST]",
            description = "What is ordered now; without a cost it stays what it is.")
    private List<PoLine> lines = List.of();

    private final Shell shell;

    PoChangeCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(PoView order, @Nullable Long job) {}

    @Override
    public Integer call() {
        List<ChangePurchaseOrder.LineChange> changes = lines.stream()
                .map(line -> new ChangePurchaseOrder.LineChange(line.sku(), line.quantity(), line.cost()))
                .toList();
        try (Tallyport tallyport = shell.open()) {
            ChangePurchaseOrder.Result result =
                    tallyport.purchasing().change().change(Specs.given(id), changes, shell.actor());
            View view = new View(
                    PoView.of(result.order()),
                    result.job().map(job -> job.value()).orElse(null));
            shell.answer(view, screen -> {
                screen.good("Order " + view.order().id() + " has "
                        + view.order().lines().size() + " lines.");
                if (view.job() != null) {
                    screen.line("Job " + view.job() + " tells the platform; a worker does it: tallyport queue work");
                }
            });
        }
        return ExitCode.OK;
    }
}
