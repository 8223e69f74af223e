package io.tallyport.cli;

import io.tallyport.core.inventory.Baseline;
import io.tallyport.core.inventory.PlanReading;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plans the baseline of a route that merges. */
@Command(
        name = "baseline",
        description = {
            "Plans what the differences of a merge-deltas route are counted from, for items that have no baseline yet.",
            "The plan is held: approve and apply it like any other. Take it while the shop is quiet."
        },
        footer = {
            "",
            "Example:",
            "  tallyport stock baseline both --source-wins",
            "  tallyport stock baseline both --accept-both --out baseline.json"
        })
final class StockBaselineCommand implements Callable<Integer> {

    /** How two figures that differ are meant. */
    static final class How {
        @Option(
                names = "--source-wins",
                required = true,
                description = "The POS figure is right: the shop is brought to it once, then both count.")
        private boolean sourceWins;

        @Option(
                names = "--accept-both",
                required = true,
                description = "Both figures are right as they are; only what moves from now on is carried over.")
        private boolean acceptBoth;

        Baseline baseline() {
            return sourceWins && !acceptBoth ? Baseline.SOURCE_WINS : Baseline.ACCEPT_BOTH;
        }
    }

    @Parameters(paramLabel = "ROUTE", description = "The route's name.")
    private @Nullable RouteId route;

    @ArgGroup(multiplicity = "1")
    private @Nullable How how;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the plan goes; sync-plan-YYYYMMDD-HHMMSS.json here unless given. Never overwrites.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    StockBaselineCommand(Shell shell) {
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
        PlanStock.Request request = new PlanStock.Request(
                Specs.given(route),
                file,
                false,
                PlanReading.ONCE,
                shell.actor(),
                Optional.of(Specs.given(how).baseline()));
        try (Tallyport tallyport = shell.open()) {
            StockPlan plan = shell.showing(progress -> tallyport.planStock().plan(request, progress));
            PlanView view = PlanView.of(plan, file);
            shell.answer(view, screen -> {
                PlanPrinter printer = new PlanPrinter(screen);
                printer.header(view);
                printer.counts(view);
                printer.held(view);
                printer.next(view);
            });
        }
        return ExitCode.OK;
    }
}
