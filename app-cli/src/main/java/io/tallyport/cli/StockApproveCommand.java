package io.tallyport.cli;

import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.PlanApproval;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Releases what a plan holds. */
@Command(
        name = "approve",
        description =
                "Releases held rows, or a plan that is held as a whole with every held row in it; writes nothing yet.",
        footer = {
            "",
            "Example:",
            "  tallyport stock approve sync-plan-20260101-120000.json --reason \"first sync, counted on Sunday\"",
            "  tallyport stock approve sync-plan-20260101-120000.json --rows SHOE-1,SHOE-2 --reason \"new delivery\""
        })
final class StockApproveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The plan file.")
    private @Nullable Path file;

    @Option(
            names = "--rows",
            split = ",",
            paramLabel = "SKU",
            description = "Only these rows, separated by commas; everything that is held unless given.")
    private @Nullable List<String> rows;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept with your name.")
    private @Nullable String reason;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    StockApproveCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        String why = Specs.given(reason);
        if (why.isBlank()) {
            throw Specs.misuse(spec, "an approval needs a reason: --reason TEXT");
        }
        Path path = shell.workingDirectory().resolve(Specs.given(file));
        ApproveStockPlan.Request request = new ApproveStockPlan.Request(path, keys(), shell.actor(), why);
        try (Tallyport tallyport = shell.open()) {
            StockPlan approved = tallyport.approveStockPlan().approve(request);
            PlanView view = PlanView.of(approved, path);
            List<PlanApproval> approvals = approved.approvals();
            PlanApproval last = approvals.get(approvals.size() - 1);
            shell.answer(view, screen -> {
                screen.good("Approved " + Counted.rows(last.rows()) + (last.wholePlan() ? " and the plan" : "") + " as "
                        + last.actor() + ".");
                new PlanPrinter(screen).held(view);
                new PlanPrinter(screen).next(view);
            });
        }
        return ExitCode.OK;
    }

    private Set<String> keys() {
        if (rows == null) {
            return Set.of();
        }
        Set<String> keys =
                rows.stream().map(String::strip).filter(key -> !key.isEmpty()).collect(Collectors.toSet());
        if (keys.isEmpty()) {
            throw Specs.misuse(spec, "--rows names no row; leave it out to approve everything that is held");
        }
        return keys;
    }
}
