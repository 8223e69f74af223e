package io.tallyport.cli;

import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.conflict.ConflictState;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Halted;
import io.tallyport.core.connection.Health;
import io.tallyport.core.connection.Route;
import io.tallyport.core.inventory.RouteCursor;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.view.RunView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Shows how everything stands. */
@Command(
        name = "status",
        description = {
            "Shows how everything stands: connections, database, kill switch, routes, job queue, the last runs.",
            "Ends with 1 when an enabled connection does not work."
        },
        footer = {"", "Example:", "  tallyport status", "  tallyport status --json"})
final class StatusCommand implements Callable<Integer> {

    private static final int LAST_RUNS = 5;

    private final Shell shell;

    StatusCommand(Shell shell) {
        this.shell = shell;
    }

    private record ConnectionState(
            String name,
            String environment,
            String access,
            boolean enabled,
            boolean works,
            String summary,
            @Nullable String stopped) {}

    private record RouteState(
            String name,
            boolean enabled,
            @Nullable String paused,
            @Nullable String lastFull,
            @Nullable String lastCycle) {}

    private record View(
            DatabaseView database,
            StopView writes,
            List<ConnectionState> connections,
            List<RouteState> routes,
            Waiting conflicts,
            QueueStatsView queue,
            List<RunView> runs) {}

    /** Rows that wait for a person. */
    private record Waiting(
            long open, @Nullable String oldest, @Nullable String openFor) {}

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            View view = new View(
                    DatabaseView.of(tallyport.database().info()),
                    StopView.of(tallyport.halts().killSwitch().stopped()),
                    tallyport.connections().all().stream()
                            .map(connection -> state(tallyport, connection))
                            .toList(),
                    tallyport.routes().all().stream()
                            .map(route -> state(tallyport, route))
                            .toList(),
                    waiting(tallyport),
                    QueueStatsView.of(tallyport.queue().history().statistics()),
                    tallyport.history().runs().recent(LAST_RUNS).stream()
                            .map(ShownRun::of)
                            .toList());
            shell.answer(view, screen -> print(screen, view));
            boolean works = view.connections().stream().allMatch(state -> state.works() || !state.enabled());
            return works ? ExitCode.OK : ExitCode.FAILURE;
        }
    }

    private static ConnectionState state(Tallyport tallyport, Connection connection) {
        boolean works = false;
        String summary = "disabled, not asked";
        if (connection.enabled()) {
            try (ConnectorSession session = tallyport.connectors().open(connection.id())) {
                Health health = session.check();
                works = health.isWell();
                summary = works ? health.summary() : String.join("; ", health.problems());
            } catch (RuntimeException failed) {
                summary = Failures.of(failed).message();
            }
        }
        return new ConnectionState(
                connection.id().value(),
                Choices.word(connection.environment()),
                Choices.word(connection.accessMode()),
                connection.enabled(),
                works,
                summary,
                halted(tallyport, Halted.of(connection.id())));
    }

    private static RouteState state(Tallyport tallyport, Route route) {
        Optional<RouteCursor> cursor = tallyport.plans().cursors().find(route.id());
        return new RouteState(
                route.id().value(),
                route.enabled(),
                halted(tallyport, Halted.of(route.id())),
                cursor.flatMap(RouteCursor::lastFull).map(StatusCommand::time).orElse(null),
                cursor.flatMap(RouteCursor::lastCycle).map(StatusCommand::time).orElse(null));
    }

    private static @Nullable String halted(Tallyport tallyport, Halted what) {
        return tallyport.halts().store().find(what).map(RouteView::paused).orElse(null);
    }

    private Waiting waiting(Tallyport tallyport) {
        List<Instant> open = tallyport.rulings().conflicts().live().stream()
                .filter(conflict -> conflict.state() == ConflictState.OPEN)
                .map(Conflict::opened)
                .sorted()
                .toList();
        return open.isEmpty()
                ? new Waiting(0, null, null)
                : new Waiting(
                        open.size(),
                        time(open.get(0)),
                        Ages.since(open.get(0), shell.clock().instant()));
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void print(Screen screen, View view) {
        screen.title("Database");
        DatabaseView database = view.database();
        screen.line("  ✓ " + database.product() + " " + database.productVersion() + ", schema "
                + (database.schemaVersion() == null ? "none" : database.schemaVersion()) + ", " + database.url());
        if (!database.pendingMigrations().isEmpty()) {
            screen.attention("  migrations are pending: tallyport db migrate");
        }
        screen.title("Writes");
        screen.line("  " + view.writes().line());
        view.connections().stream()
                .filter(state -> state.stopped() != null)
                .forEach(state -> screen.attention(
                        "  Remote writes through " + state.name() + " are stopped " + state.stopped()));
        screen.title("Connections");
        Table table = Table.of("API", "NAME", "ENVIRONMENT", "ACCESS", "ENABLED", "SAYS");
        view.connections()
                .forEach(state -> table.row(
                        mark(state),
                        state.name(),
                        state.environment(),
                        state.access(),
                        state.enabled() ? "yes" : "no",
                        state.summary()));
        if (table.isEmpty()) {
            screen.line("  none yet; add one with: tallyport connection add");
        } else {
            screen.table(table);
        }
        screen.title("Routes");
        Table routes = Table.of("NAME", "ENABLED", "PAUSED", "LAST FULL PLAN", "LAST CYCLE");
        view.routes()
                .forEach(route -> routes.row(
                        route.name(),
                        route.enabled() ? "yes" : "no",
                        route.paused() == null ? "no" : "yes",
                        Objects.requireNonNullElse(route.lastFull(), "never"),
                        Objects.requireNonNullElse(route.lastCycle(), "never")));
        if (routes.isEmpty()) {
            screen.line("  none yet; add one with: tallyport route add");
        } else {
            screen.table(routes);
            view.routes().stream()
                    .filter(route -> route.paused() != null)
                    .forEach(route -> screen.attention("  Route " + route.name() + " is paused " + route.paused()
                            + "; then: tallyport route resume " + route.name()));
        }
        screen.title("Conflicts");
        if (view.conflicts().open() == 0) {
            screen.line("  none waits for a person");
        } else {
            screen.attention("  " + view.conflicts().open() + " wait for a person, the oldest for "
                    + view.conflicts().openFor() + ": tallyport conflict list");
        }
        screen.title("Queue");
        view.queue().printShort(screen);
        screen.title("Last runs");
        RunsListCommand.print(screen, view.runs());
    }

    private static String mark(ConnectionState state) {
        if (!state.enabled()) {
            return "-";
        }
        return state.works() ? "✓" : "✗";
    }
}
