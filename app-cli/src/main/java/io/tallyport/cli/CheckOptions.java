package io.tallyport.cli;

import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every check takes: its route, and how much it says on the screen. */
final class CheckOptions {

    private static final int ON_SCREEN = 50;

    @Parameters(
            paramLabel = "ROUTE",
            arity = "0..1",
            description = "The route's name; may be left out where there is only one route.")
    private @Nullable RouteId route;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many rows to show at most; 50 unless given, 0 for all.")
    private @Nullable Integer limit;

    @Option(names = "--all", description = "Also the rows that nothing is wrong with, where they are kept.")
    private boolean all;

    boolean all() {
        return all;
    }

    int limit() {
        return limit == null ? ON_SCREEN : Math.max(0, limit);
    }

    /** The route that is meant. */
    RouteId route(Tallyport tallyport) {
        return Optional.ofNullable(route).orElseGet(() -> {
            List<RouteId> routes =
                    tallyport.routes().all().stream().map(Route::id).toList();
            if (routes.size() != 1) {
                throw new IllegalArgumentException(
                        routes.isEmpty()
                                ? "there is no route yet; add one with: tallyport route add NAME"
                                : "say which route: "
                                        + routes.stream().map(RouteId::toString).collect(Collectors.joining(", ")));
            }
            return routes.get(0);
        });
    }
}
