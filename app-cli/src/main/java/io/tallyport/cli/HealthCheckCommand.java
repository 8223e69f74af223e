package io.tallyport.cli;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Health;
import io.tallyport.persistence.DatabaseInfo;
import io.tallyport.runtime.Tallyport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says for a monitor whether all is well. */
@Command(
        name = "health-check",
        description = {
            "Says for a monitor whether all is well: database, workers, queue, dead letters, platforms.",
            "Ends with 1 when something does not work, with 3 for a warning. Writes nothing."
        },
        footer = {"", "Example:", "  tallyport health-check", "  tallyport health-check --no-api --json"})
final class HealthCheckCommand implements Callable<Integer> {

    @Option(
            names = "--most-dead",
            paramLabel = "N",
            description = "Warn of more dead letters that nobody has discarded; ${DEFAULT-VALUE} unless given.")
    private int mostDead = 10;

    @Option(
            names = "--longest-wait",
            paramLabel = "TIME",
            description = "Warn of a job that could have started longer ago; 15m unless given.")
    private Duration longestWait = Duration.ofMinutes(15);

    @Option(names = "--no-api", description = "Leave out the platforms, which costs a call of each.")
    private boolean noApi;

    private final Shell shell;

    HealthCheckCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(String status, List<HealthPoint> checks) {}

    @Override
    public Integer call() {
        try (Tallyport tallyport = shell.open()) {
            List<HealthPoint> points = new ArrayList<>();
            points.add(database(tallyport.database().info()));
            points.addAll(QueueHealth.look(tallyport.queue(), mostDead, longestWait));
            if (!noApi) {
                tallyport.connections().all().stream()
                        .filter(Connection::enabled)
                        .forEach(connection -> points.add(api(tallyport, connection)));
            }
            int exit = points.stream().map(HealthPoint::exit).reduce(ExitCode.OK, ExitCode::worse);
            View view = new View(exit == ExitCode.OK ? "ok" : exit == ExitCode.PARTIAL ? "warning" : "failed", points);
            shell.answer(view, screen -> points.forEach(point -> point.print(screen)));
            return exit;
        }
    }

    private static HealthPoint database(DatabaseInfo info) {
        return info.pending().isEmpty()
                ? HealthPoint.ok("database", info.product() + " " + info.productVersion())
                : HealthPoint.failed("database", "migrations are pending: tallyport db migrate");
    }

    private static HealthPoint api(Tallyport tallyport, Connection connection) {
        String name = "api " + connection.id();
        try (ConnectorSession session = tallyport.connectors().open(connection.id())) {
            Health health = session.check();
            return health.isWell()
                    ? HealthPoint.ok(name, health.summary())
                    : HealthPoint.failed(name, String.join("; ", health.problems()));
        } catch (RuntimeException failed) {
            return HealthPoint.failed(name, Failures.of(failed).message());
        }
    }
}
