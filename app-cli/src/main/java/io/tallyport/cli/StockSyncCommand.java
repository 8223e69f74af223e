package io.tallyport.cli;

import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Plans a route and writes what needs no person. */
@Command(
        name = "sync",
        description = {
            "Plans a route and writes what needs no person; what is held stays held and is told.",
            "Reads what changed since the last time; everything with --full, and when that is due.",
            "Ends with 3 when something waits for a person."
        },
        footer = {"", "Example:", "  tallyport stock sync main --dry-run", "  tallyport stock sync main --confirm"})
final class StockSyncCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ROUTE", description = "The route's name.")
    private @Nullable RouteId route;

    @ArgGroup(multiplicity = "1")
    private @Nullable DryOrConfirm mode;

    @Mixin
    private ApplyOptions options = new ApplyOptions();

    @Mixin
    private ReadOptions read = new ReadOptions();

    private final Shell shell;

    StockSyncCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            RouteSync sync =
                    new RouteSync(shell, tallyport, Specs.given(mode).isDryRun(), options.strict(), read.full());
            SyncReport report = sync.sync(Specs.given(route));
            shell.answer(report, report::print);
            return report.exit();
        }
    }
}
