package io.tallyport.cli;

import io.tallyport.core.connection.Route;
import io.tallyport.core.inventory.PlanReading;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.inventory.SyncStock;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Syncs one route, or shows what a sync would do. Its plans are kept in the data directory. */
final class RouteSync {

    private final Shell shell;
    private final Tallyport tallyport;
    private final boolean dryRun;
    private final boolean strict;
    private final boolean full;

    RouteSync(Shell shell, Tallyport tallyport, boolean dryRun, boolean strict, boolean full) {
        this.shell = shell;
        this.tallyport = tallyport;
        this.dryRun = dryRun;
        this.strict = strict;
        this.full = full;
    }

    SyncReport sync(RouteId route) {
        Path file = PlanName.kept(shell);
        PlanReading reading = full ? PlanReading.WHOLE : PlanReading.CHANGED;
        PlanStock.Request request = new PlanStock.Request(route, file, false, reading, shell.actor());
        return shell.showing(progress -> dryRun ? plan(request, progress) : apply(request, progress));
    }

    /** As {@link #sync}, with a failure as its report: one bad route never stops the others. */
    SyncReport syncOneOfMany(Route route) {
        try {
            return sync(route.id());
        } catch (RuntimeException failed) {
            return SyncReport.failed(route.id().value(), dryRun, Failures.of(failed));
        }
    }

    private SyncReport plan(PlanStock.Request request, Progress progress) {
        StockPlan plan = tallyport.planStock().plan(request, progress);
        return SyncReport.planned(view(plan, request.file()), true);
    }

    private SyncReport apply(PlanStock.Request request, Progress progress) {
        SyncStock.Result result = tallyport.syncStock().sync(request, strict, 0, progress);
        PlanView view = view(result.plan(), request.file());
        return result.applied()
                .map(applied -> SyncReport.applied(view, ApplyReport.of(tallyport, applied, shell)))
                .orElseGet(() -> SyncReport.planned(view, false));
    }

    /** The plan as it is shown; one that changes nothing says nothing that its counts do not, and is not kept. */
    private static PlanView view(StockPlan plan, Path file) {
        PlanView view = PlanView.of(plan, file);
        if (!view.isEmpty()) {
            return view;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot delete " + file, failed);
        }
        return view.withoutFile();
    }
}
