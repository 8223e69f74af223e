package io.tallyport.http;

import io.javalin.http.Context;
import io.tallyport.core.access.Role;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Route;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunId;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.view.ConnectionView;
import io.tallyport.runtime.view.RunView;
import io.tallyport.runtime.view.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Connections, routes, runs, and how they stand. What the caller may not see is as if it were not there. */
final class SyncApi {

    private static final int RECENT = 1_000;

    private final Tallyport tallyport;

    SyncApi(Tallyport tallyport) {
        this.tallyport = tallyport;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/status", this::status),
                Endpoint.get("/api/v1/connections", this::connections),
                Endpoint.get("/api/v1/connections/{name}", this::connection),
                Endpoint.get("/api/v1/routes", this::routes),
                Endpoint.get("/api/v1/routes/{name}", this::route),
                Endpoint.get("/api/v1/runs", this::runs),
                Endpoint.get("/api/v1/runs/{id}", this::run));
    }

    private void status(Context context) {
        Caller caller = Caller.of(context);
        caller.require(Role.VIEWER);
        List<Run> recent = tallyport.history().runs().recent(RECENT);
        List<Views.RouteStatus> routes = tallyport.routes().all().stream()
                .map(route -> new Views.RouteStatus(Views.RouteView.of(route), last(recent, route)))
                .toList();
        Map<String, Long> webhooks = new TreeMap<>();
        tallyport.webhooks().archive().counts().forEach((state, count) -> webhooks.put(Words.of(state), count));
        Answers.json(
                context,
                new Views.StatusView(
                        Version.text(),
                        tallyport
                                .halts()
                                .killSwitch()
                                .stopped()
                                .map(stop -> stop.reason())
                                .orElse(null),
                        routes,
                        QueueViews.QueueView.of(tallyport.queue().history().statistics()),
                        webhooks));
    }

    private static @Nullable RunView last(List<Run> recent, Route route) {
        return recent.stream()
                .filter(run -> run.route().equals(route.id()))
                .findFirst()
                .map(Views::run)
                .orElse(null);
    }

    private void connections(Context context) {
        Caller caller = Caller.of(context);
        List<ConnectionView> views = tallyport.connections().all().stream()
                .filter(connection -> caller.may(Role.VIEWER, connection.id()))
                .map(ConnectionView::of)
                .toList();
        Answers.json(context, Answers.Part.whole(views));
    }

    private void connection(Context context) {
        String name = context.pathParam("name");
        Optional<Connection> known = connectionId(name)
                .filter(id -> Caller.of(context).may(Role.VIEWER, id))
                .flatMap(tallyport.connections()::find);
        Answers.json(context, ConnectionView.of(Answers.found(known, "connection of that name that you may see")));
    }

    private static Optional<ConnectionId> connectionId(String name) {
        try {
            return Optional.of(new ConnectionId(name));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private void routes(Context context) {
        List<Views.RouteView> views = tallyport.routes().all().stream()
                .filter(route -> maySee(context, route))
                .map(Views.RouteView::of)
                .toList();
        Answers.json(context, Answers.Part.whole(views));
    }

    private void route(Context context) {
        Optional<Route> known = tallyport.routes().all().stream()
                .filter(route -> route.id().value().equals(context.pathParam("name")))
                .filter(route -> maySee(context, route))
                .findFirst();
        Answers.json(context, Views.RouteView.of(Answers.found(known, "route of that name that you may see")));
    }

    private static boolean maySee(Context context, Route route) {
        Caller caller = Caller.of(context);
        return caller.may(Role.VIEWER, route.source().connection())
                && caller.may(Role.VIEWER, route.target().connection());
    }

    private boolean maySee(Context context, RouteId id) {
        // A run of a route that is gone is seen by those who see everything.
        return Caller.of(context).mayEverywhere(Role.VIEWER)
                || tallyport
                        .routes()
                        .find(id)
                        .filter(route -> maySee(context, route))
                        .isPresent();
    }

    private void runs(Context context) {
        int limit = Answers.limit(context);
        List<RunView> views = tallyport.history().runs().recent(RECENT).stream()
                .filter(run -> maySee(context, run.route()))
                .limit(limit)
                .map(Views::run)
                .toList();
        Answers.json(context, Answers.Part.whole(views));
    }

    private void run(Context context) {
        Optional<Run> known = tallyport
                .history()
                .runs()
                .find(new RunId(context.pathParam("id")))
                .filter(run -> maySee(context, run.route()));
        Answers.json(context, Views.run(Answers.found(known, "run of that id that you may see")));
    }
}
