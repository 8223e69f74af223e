package io.tallyport.cli;

import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.inventory.undo.RestoreStock;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plans to set levels to what a backup says. */
@Command(
        name = "restore",
        description = {
            "Plans to set the levels of a location to what a backup says; writes nothing to the shop.",
            "Each row says what the shop has now and what the backup has; rows left alone say why.",
            "Every route that ends at the location is paused from now on. Apply the plan as any other."
        },
        footer = {
            "",
            "Example:",
            "  tallyport stock restore --backup-file friday.json --out undo.json",
            "  tallyport stock apply undo.json --confirm"
        })
sealed class StockRestoreCommand implements Callable<Integer> permits RestoreInventoryCommand {

    @Option(names = "--backup-file", required = true, paramLabel = "FILE", description = "What stock backup wrote.")
    private @Nullable Path backup;

    @Option(
            names = "--location",
            paramLabel = "CONNECTION/LOCATION",
            description = "Which one, where routes lead to several of the backup.")
    private @Nullable LocationName location;

    @Option(
            names = "--route",
            paramLabel = "ROUTE",
            description = "By whose threshold and guard, where several end at the location.")
    private @Nullable RouteId route;

    @Mixin
    private UndoFile out = new UndoFile();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    StockRestoreCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path file = out.free(shell, "restore", spec);
        try (Tallyport tallyport = shell.open()) {
            RestoreStock.Request request = new RestoreStock.Request(
                    shell.workingDirectory().resolve(Specs.given(backup)),
                    Optional.ofNullable(location).map(new LocationFinder(tallyport.connectors())::find),
                    Optional.ofNullable(route),
                    file,
                    shell.actor());
            StockPlan plan =
                    shell.showing(progress -> tallyport.undo().restore().plan(request, progress));
            UndoReport report = UndoReport.of(tallyport, plan, file);
            shell.answer(report, report::print);
        }
        return ExitCode.OK;
    }
}
