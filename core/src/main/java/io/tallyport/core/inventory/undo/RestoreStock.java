package io.tallyport.core.inventory.undo;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.inventory.OrderedLevels;
import io.tallyport.core.inventory.PastLevel;
import io.tallyport.core.inventory.PlanOrigin;
import io.tallyport.core.inventory.StockFigure;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.StockPlan;
import io.tallyport.core.inventory.UndoPlanner;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plans to set the levels of one location to what a backup says. Items that the backup does not hold are left alone, and
 * what is sold after the plan was made is not undone.
 */
public final class RestoreStock {

    private static final String OPERATION = "restore stock";

    private final BackupFiles files;
    private final ConnectionStore connections;
    private final RouteStore routes;
    private final UndoPlanner planner;

    public RestoreStock(BackupFiles files, ConnectionStore connections, RouteStore routes, UndoPlanner planner) {
        this.files = files;
        this.connections = connections;
        this.routes = routes;
        this.planner = planner;
    }

    /**
     * What to restore.
     *
     * @param location needed where the backup holds several that routes lead to
     * @param route by whose rules; needed where several lead to the location
     * @param plan where the plan goes
     */
    public record Request(
            Path backup, Optional<LocationRef> location, Optional<RouteId> route, Path plan, String actor) {}

    /**
     * Plans; every route that ends at the location is paused from now on.
     *
     * @throws PortException.Rejected when the backup is altered or of another shop, or it is not clear where to restore;
     *     nothing is paused then
     */
    public StockPlan plan(Request request, Progress progress) {
        StockBackup backup = files.open(request.backup());
        BackupHeader header = backup.header();
        checkShop(header);
        Route route = route(backup, request);
        LocationRef location = end(backup, route, request.location()).orElseThrow();
        long rows = backup.parts().stream()
                .filter(part -> part.location().equals(location.location()))
                .mapToLong(BackupPart::rows)
                .sum();
        StockFigure figure = location.equals(route.target()) ? figureOf(route) : StockFigure.ON_HAND;
        UndoPlanner.Request undo = new UndoPlanner.Request(
                new PlanOrigin(PlanOrigin.Kind.RESTORE, header.id()),
                route.id(),
                location,
                header.environment(),
                request.plan(),
                request.actor());
        return planner.plan(undo, () -> past(request.backup(), location, figure, rows), progress);
    }

    private void checkShop(BackupHeader header) {
        Connection now = connections
                .find(header.connection())
                .orElseThrow(() -> UndoErrors.rejected(
                        OPERATION,
                        UndoErrors.OTHER_SHOP,
                        "there is no connection \"" + header.connection() + "\" any more"));
        boolean same = now.environment() == header.environment()
                && now.platform().code().equals(header.platform())
                && now.account().equals(header.account());
        if (!same) {
            throw UndoErrors.rejected(
                    OPERATION,
                    UndoErrors.OTHER_SHOP,
                    "the backup is of " + header.platform() + " account " + header.account() + " in "
                            + header.environment() + ", \"" + now.id() + "\" is " + now.platform() + " account "
                            + now.account() + " in " + now.environment());
        }
    }

    /** The one route that is meant; a restore keeps to its threshold and guard. */
    private Route route(StockBackup backup, Request request) {
        List<Route> meant = routes.all().stream()
                .filter(route -> request.route().map(route.id()::equals).orElse(true))
                .filter(route -> end(backup, route, request.location()).isPresent())
                .toList();
        List<Route> leadingThere =
                meant.stream().filter(route -> holds(backup, route.target())).toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        if (leadingThere.size() == 1 && request.location().isPresent()) {
            return leadingThere.get(0);
        }
        throw UndoErrors.rejected(
                OPERATION,
                UndoErrors.NO_ROUTE,
                meant.isEmpty()
                        ? "no route ends at a location of this backup, and only a route says what may be written there"
                        : "these routes end at its locations: "
                                + String.join(
                                        ", ",
                                        meant.stream()
                                                .map(route -> route.id().value())
                                                .toList()));
    }

    private static Optional<LocationRef> end(StockBackup backup, Route route, Optional<LocationRef> wanted) {
        return List.of(route.target(), route.source()).stream()
                .filter(end -> holds(backup, end))
                .filter(end -> wanted.map(end::equals).orElse(true))
                .findFirst();
    }

    private static boolean holds(StockBackup backup, LocationRef end) {
        return end.connection().equals(backup.header().connection())
                && backup.parts().stream().anyMatch(part -> part.location().equals(end.location()));
    }

    private static StockFigure figureOf(Route route) {
        return route.policy().webOrders() == WebOrders.AT_POS_WHEN_FULFILLED
                ? StockFigure.ON_HAND
                : StockFigure.AVAILABLE;
    }

    private UndoPlanner.Past past(Path file, LocationRef location, StockFigure figure, long rows) {
        return new UndoPlanner.Past() {
            @Override
            public long rows() {
                return rows;
            }

            @Override
            public void each(Consumer<PastLevel> out) {
                files.rows(file, row -> {
                    if (row.location().equals(location.location())) {
                        out.accept(level(row.level(), figure));
                    }
                });
            }
        };
    }

    private static PastLevel level(StockLevel level, StockFigure figure) {
        return new PastLevel(
                OrderedLevels.key(level),
                level.item(),
                figure,
                Optional.empty(),
                level.figure(figure),
                Optional.empty());
    }
}
