package io.tallyport.cli;

import io.tallyport.core.purchasing.CancelPurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.runtime.Tallyport;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Calls an order off. */
@Command(
        name = "cancel",
        description = {
            "Calls an order off: here at once, at the platform with the next sync.",
            "With --delete, a draft or a cancelled one is put away; it is kept and not listed any more."
        },
        footer = {"", "Example:", "  tallyport po cancel PO-2025-001", "  tallyport po cancel PO-2025-001 --delete"})
final class PoCancelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The order's number.")
    private @Nullable PurchaseOrderId id;

    @Option(names = "--delete", description = "Put a draft or a cancelled order away.")
    private boolean delete;

    private final Shell shell;

    PoCancelCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(PoView order, @Nullable Long job) {}

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            CancelPurchaseOrder cancel = tallyport.purchasing().cancel();
            CancelPurchaseOrder.Result result = delete
                    ? new CancelPurchaseOrder.Result(cancel.delete(Specs.given(id), shell.actor()), Optional.empty())
                    : cancel.cancel(Specs.given(id), shell.actor());
            View view = new View(
                    PoView.of(result.order()),
                    result.job().map(job -> job.value()).orElse(null));
            shell.answer(view, screen -> {
                screen.good("Order " + view.order().id() + " is " + (delete ? "put away." : "CANCELLED."));
                if (view.job() != null) {
                    screen.line("Job " + view.job() + " tells the platform; a worker does it: tallyport queue work");
                }
            });
            return ExitCode.OK;
        }
    }
}
