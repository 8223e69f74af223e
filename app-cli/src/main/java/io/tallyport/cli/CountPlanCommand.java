package io.tallyport.cli;

import io.tallyport.core.counting.CountPlan;
import io.tallyport.core.counting.CountReference;
import io.tallyport.core.counting.PlanCount;
import io.tallyport.core.counting.StockCount;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a count would do. */
@Command(
        name = "plan",
        description = {
            "Says what a list of counted goods would do to the stock of an outlet, line by line; only reads.",
            "CSV has the columns sku and counted. JSON is a list of objects with sku and counted, or an object with such a list",
            "as lines. Each SKU is in it once. An empty figure is refused: it is not zero.",
            "Ends with 3 when such a count would be held."
        },
        footer = {
            "",
            "Example:",
            "  tallyport count plan counted.csv --connection till --outlet Main",
            "  tallyport count plan counted.csv --connection till --outlet Main --reference CNT-2026-001 --json"
        })
final class CountPlanCommand implements Callable<Integer> {

    /** Stands for a count that was not started. */
    private static final CountReference NONE = new CountReference("none");

    @Parameters(paramLabel = "FILE", description = "The list: JSON, or CSV where its name ends in .csv.")
    private @Nullable Path file;

    @Mixin
    private CountOptions options = new CountOptions();

    @Option(
            names = "--reference",
            paramLabel = "REFERENCE",
            description = "A count that was started already, to compare the list with what it is there.")
    private @Nullable CountReference reference;

    private final Shell shell;

    CountPlanCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            StockCount count =
                    options.count(tallyport, shell, Specs.given(file), reference == null ? NONE : reference, "");
            PlanCount plans = tallyport.purchasing().counts().plan();
            CountPlan plan = reference == null ? plans.planNew(count) : plans.plan(count);
            CountPlanView view = CountPlanView.of(plan);
            shell.answer(view, view::print);
            return plan.hold().isPresent() ? ExitCode.PARTIAL : ExitCode.OK;
        }
    }
}
