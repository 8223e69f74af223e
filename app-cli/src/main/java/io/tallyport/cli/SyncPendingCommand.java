package io.tallyport.cli;

import io.tallyport.core.purchasing.sync.SyncPendingOrders;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings the orders that are due to their platforms. */
@Command(
        name = "pending",
        description = {
            "Brings the purchase orders to their platforms that are approved, changed or cancelled since, and not held.",
            "One that fails does not stop the others. Ends with 3 when one is not in step afterwards."
        },
        footer = {"", "Example:", "  tallyport sync pending --dry-run", "  tallyport sync pending --batch-size 20"})
final class SyncPendingCommand implements Callable<Integer> {

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many; 50 unless given.")
    private int batchSize;

    @Option(names = "--dry-run", description = "Only say which calls would write.")
    private boolean dryRun;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    SyncPendingCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (batchSize < 1) {
            throw Specs.misuse(spec, "--batch-size is 1 or more, got " + batchSize);
        }
        try (Tallyport tallyport = shell.open()) {
            return dryRun ? plan(tallyport) : sync(tallyport);
        }
    }

    private int plan(Tallyport tallyport) {
        List<SyncPoCommand.Plan> plans = tallyport.purchasing().pending().due(batchSize).stream()
                .map(order -> new SyncPoCommand.Plan(
                        order.id().value(), tallyport.purchasing().sync().plan(order.id())))
                .toList();
        shell.answer(plans, screen -> {
            if (plans.isEmpty()) {
                screen.good("No order is due.");
            }
            plans.forEach(plan -> plan.print(screen));
        });
        return ExitCode.OK;
    }

    private int sync(Tallyport tallyport) {
        List<SyncPoView> views = tallyport.purchasing().pending().sync(batchSize, shell.actor()).stream()
                .map(SyncPendingCommand::view)
                .toList();
        shell.answer(views, screen -> {
            if (views.isEmpty()) {
                screen.good("No order is due.");
            }
            views.forEach(view -> view.print(screen));
        });
        return views.stream().allMatch(SyncPoView::isInStep) ? ExitCode.OK : ExitCode.PARTIAL;
    }

    private static SyncPoView view(SyncPendingOrders.One one) {
        return one.result()
                .map(SyncPoView::of)
                .orElseGet(() -> SyncPoView.failed(one.order().value(), one.failure()));
    }
}
