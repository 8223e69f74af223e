package io.tallyport.cli;

import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchaseState;
import io.tallyport.runtime.PurchasingParts;
import io.tallyport.runtime.Tallyport;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for another sync of an order. */
@Command(
        name = "retry",
        description = "Asks the queue for another sync of a purchase order, such as one that was held.",
        footer = {"", "Example:", "  tallyport sync retry PO-2025-001"})
final class SyncRetryCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The order's number.")
    private @Nullable PurchaseOrderId id;

    @Option(names = "--dry-run", description = "Only say which calls would write.")
    private boolean dryRun;

    private final Shell shell;

    SyncRetryCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            PurchasingParts parts = tallyport.purchasing();
            PurchaseOrder order = parts.book().require(Specs.given(id));
            if (order.state() == PurchaseState.DRAFT) {
                throw PurchaseErrors.rejected(
                        "retry sync",
                        PurchaseErrors.WRONG_STATE,
                        "order " + order.id() + " is a DRAFT; approve it: tallyport po approve " + order.id());
            }
            if (dryRun) {
                SyncPoCommand.Plan plan =
                        new SyncPoCommand.Plan(order.id().value(), parts.sync().plan(order.id()));
                shell.answer(plan, plan::print);
                return ExitCode.OK;
            }
            long job = parts.requests().ask(order).value();
            shell.answer(
                    Map.of("order", order.id().value(), "job", job),
                    screen ->
                            screen.good("Job " + job + " syncs order " + order.id() + " as soon as a worker is free."));
            return ExitCode.OK;
        }
    }
}
