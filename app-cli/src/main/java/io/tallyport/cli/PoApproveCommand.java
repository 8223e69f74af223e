package io.tallyport.cli;

import io.tallyport.core.purchasing.ApprovePurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Approves an order. */
@Command(
        name = "approve",
        description = {
            "Approves a draft: from then on the platform is to have it.",
            "The job that carries it over is stored with the approval, or not at all (setting sync.auto-on-approval)."
        },
        footer = {"", "Example:", "  tallyport po approve PO-2025-001"})
final class PoApproveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The order's number.")
    private @Nullable PurchaseOrderId id;

    private final Shell shell;

    PoApproveCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(PoView order, @Nullable Long job) {}

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            ApprovePurchaseOrder.Result result =
                    tallyport.purchasing().approve().approve(Specs.given(id), shell.actor());
            View view = new View(
                    PoView.of(result.order()),
                    result.job().map(job -> job.value()).orElse(null));
            shell.answer(view, screen -> {
                screen.good("Order " + view.order().id() + " is APPROVED.");
                screen.line(
                        view.job() == null
                                ? "Carry it over with: tallyport sync po "
                                        + view.order().id()
                                : "Job " + view.job() + " carries it over; a worker does it: tallyport queue work");
            });
            return ExitCode.OK;
        }
    }
}
