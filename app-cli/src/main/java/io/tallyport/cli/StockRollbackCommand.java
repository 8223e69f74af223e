package io.tallyport.cli;

import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.inventory.undo.RollBackRun;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plans to undo a run. */
@Command(
        name = "rollback",
        description = {
            "Plans to set back what a run wrote, where nobody has changed it since; writes nothing to the shop.",
            "The run's route is paused from now on, until: tallyport route resume NAME.",
            "Show, approve and apply the plan as any other."
        },
        footer = {
            "",
            "Example:",
            "  tallyport stock rollback 2f6c --out undo.json",
            "  tallyport stock apply undo.json --confirm"
        })
final class StockRollbackCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", description = "The run's id, or the beginning of it.")
    private @Nullable String run;

    @Option(
            names = "--location",
            paramLabel = "CONNECTION/LOCATION",
            description = "Which one, where the run wrote to several.")
    private @Nullable LocationName location;

    @Mixin
    private UndoFile out = new UndoFile();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    StockRollbackCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path file = out.free(shell, "rollback", spec);
        try (Tallyport tallyport = shell.open()) {
            RollBackRun.Request request = new RollBackRun.Request(
                    RunName.find(tallyport.history().runs(), Specs.given(run)).id(),
                    Optional.ofNullable(location).map(new LocationFinder(tallyport.connectors())::find),
                    file,
                    shell.actor());
            StockPlan plan =
                    shell.showing(progress -> tallyport.undo().rollBack().plan(request, progress));
            UndoReport report = UndoReport.of(tallyport, plan, file);
            shell.answer(report, report::print);
        }
        return ExitCode.OK;
    }
}
