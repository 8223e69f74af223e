package io.tallyport.cli;

import io.tallyport.core.inventory.PlanReading;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plans a route. */
@Command(
        name = "plan",
        description = "Reads both ends of a route and saves what a sync would do; writes nothing to either.",
        footer = {
            "",
            "Example:",
            "  tallyport stock plan main",
            "  tallyport stock plan main --changed",
            "  tallyport stock plan main --out baseline.json --activate"
        })
final class StockPlanCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ROUTE", description = "The route's name.")
    private @Nullable RouteId route;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the plan goes; sync-plan-YYYYMMDD-HHMMSS.json here unless given. Never overwrites.")
    private @Nullable Path out;

    @Option(names = "--activate", description = "Also switch on levels that the shop does not stock yet.")
    private boolean activate;

    @Option(
            names = "--changed",
            description = "Look only at what changed since the route's last plan; at everything when that is due.")
    private boolean changed;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    StockPlanCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path file = out == null
                ? PlanName.in(shell.workingDirectory(), shell.clock().instant())
                : shell.workingDirectory().resolve(out);
        if (Files.exists(file)) {
            throw Specs.misuse(spec, file + " exists already and is not overwritten");
        }
        PlanReading reading = changed ? PlanReading.CHANGED : PlanReading.ONCE;
        PlanStock.Request request = new PlanStock.Request(Specs.given(route), file, activate, reading, shell.actor());
        try (Tallyport tallyport = shell.open()) {
            StockPlan plan = shell.showing(progress -> tallyport.planStock().plan(request, progress));
            PlanView view = PlanView.of(plan, file);
            shell.answer(view, screen -> {
                PlanPrinter printer = new PlanPrinter(screen);
                printer.header(view);
                printer.counts(view);
                DecidingRules.of(tallyport.plans().files(), file).print(screen);
                printer.held(view);
                printer.next(view);
            });
        }
        return ExitCode.OK;
    }
}
