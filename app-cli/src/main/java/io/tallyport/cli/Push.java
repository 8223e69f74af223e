package io.tallyport.cli;

import io.tallyport.core.connection.Route;
import io.tallyport.core.inventory.Choice;
import io.tallyport.core.inventory.PushStock;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Sku;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pushes some SKUs of a route, or shows what that would do. */
final class Push {

    private final Shell shell;
    private final boolean dryRun;
    private final boolean strict;

    Push(Shell shell, boolean dryRun, boolean strict) {
        this.shell = shell;
        this.dryRun = dryRun;
        this.strict = strict;
    }

    /** What a push came to; {@code unknown} are SKUs that neither side has. */
    private record Report(SyncReport sync, List<String> unknown) {

        void print(Screen screen) {
            if (!unknown.isEmpty()) {
                screen.attention("Neither side has " + String.join(", ", unknown) + ".");
            }
            sync.print(screen);
        }
    }

    /** Pushes through the named route, or the only one there is. */
    int push(@Nullable RouteId named, Choice choice) {
        try (Tallyport tallyport = shell.open()) {
            RouteId route = named == null ? only(tallyport) : named;
            PushStock.Request request = new PushStock.Request(route, choice, KeptPlans.next(shell), shell.actor());
            Report report = shell.showing(
                    progress -> dryRun ? plan(tallyport, request, progress) : push(tallyport, request, progress));
            shell.answer(report, report::print);
            return report.unknown().isEmpty()
                    ? report.sync().exit()
                    : ExitCode.worse(report.sync().exit(), ExitCode.PARTIAL);
        }
    }

    private Report plan(Tallyport tallyport, PushStock.Request request, Progress progress) {
        PushStock.Planned planned = tallyport.pushStock().plan(request, progress);
        return new Report(
                SyncReport.planned(KeptPlans.view(planned.plan(), request.file()), true), names(planned.unknown()));
    }

    private Report push(Tallyport tallyport, PushStock.Request request, Progress progress) {
        PushStock.Result result = tallyport.pushStock().push(request, strict, progress);
        PlanView view = KeptPlans.view(result.planned().plan(), request.file());
        SyncReport report = result.applied()
                .map(applied -> SyncReport.applied(view, ApplyReport.of(tallyport, applied, shell)))
                .orElseGet(() -> SyncReport.planned(view, false));
        return new Report(report, names(result.planned().unknown()));
    }

    private static List<String> names(Set<Sku> skus) {
        return skus.stream().sorted().map(Sku::value).toList();
    }

    private static RouteId only(Tallyport tallyport) {
        List<RouteId> enabled = tallyport.routes().all().stream()
                .filter(Route::enabled)
                .map(Route::id)
                .toList();
        if (enabled.size() == 1) {
            return enabled.get(0);
        }
        throw new IllegalArgumentException(
                enabled.isEmpty()
                        ? "there is no enabled route; see: tallyport route list"
                        : "name the route, there are: " + enabled);
    }
}
