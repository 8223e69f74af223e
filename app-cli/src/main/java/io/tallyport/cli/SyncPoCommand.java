package io.tallyport.cli;

import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings one order to its platform, here and now. */
@Command(
        name = "po",
        description = {
            "Brings one purchase order to its platform, here and now: exactly one consignment with exactly its lines.",
            "May be stopped and started again at any point. Ends with 3 when it waits, for a person or for an answer."
        },
        footer = {"", "Example:", "  tallyport sync po PO-2025-001 --dry-run", "  tallyport sync po PO-2025-001"})
final class SyncPoCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The order's number.")
    private @Nullable PurchaseOrderId id;

    @Option(names = "--dry-run", description = "Only say which calls would write.")
    private boolean dryRun;

    private final Shell shell;

    SyncPoCommand(Shell shell) {
        this.shell = shell;
    }

    record Plan(String id, List<String> calls) {

        void print(Screen screen) {
            if (calls.isEmpty()) {
                screen.good(id + ": the platform has it as it is here.");
            } else {
                screen.title(id + ":");
                calls.forEach(call -> screen.line("  " + call));
            }
        }
    }

    @Override
    public Integer call() {
        PurchaseOrderId order = Specs.given(id);
        try (Tallyport tallyport = shell.open()) {
            if (dryRun) {
                Plan plan =
                        new Plan(order.value(), tallyport.purchasing().sync().plan(order));
                shell.answer(plan, plan::print);
                return ExitCode.OK;
            }
            SyncPoView view = SyncPoView.of(tallyport.purchasing().sync().sync(order, shell.actor()));
            shell.answer(view, view::print);
            return view.exit();
        }
    }
}
