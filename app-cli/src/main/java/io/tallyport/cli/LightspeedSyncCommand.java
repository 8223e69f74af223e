package io.tallyport.cli;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.runtime.Tallyport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Syncs all routes of an environment. */
@Command(
        name = "lightspeed-sync",
        description = {
            "Syncs all enabled routes of an environment, one after the other.",
            "Reads what changed since the last time; everything with --full, and when that is due.",
            "A route that fails never stops the others; the worst exit code counts."
        },
        footer = {
            "",
            "Example:",
            "  tallyport lightspeed-sync --dry-run --environment=production",
            "  tallyport lightspeed-sync --confirm --environment=production"
        })
final class LightspeedSyncCommand implements Callable<Integer> {

    @Option(
            names = "--environment",
            required = true,
            paramLabel = "ENV",
            completionCandidates = Choices.Environments.class,
            description = "${COMPLETION-CANDIDATES}.")
    private @Nullable Environment environment;

    @ArgGroup(multiplicity = "1")
    private @Nullable DryOrConfirm mode;

    @Mixin
    private ApplyOptions options = new ApplyOptions();

    @Mixin
    private ReadOptions read = new ReadOptions();

    private final Shell shell;

    LightspeedSyncCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(String environment, int exit, List<SyncReport> routes) {}

    @Override
    public Integer call() {
        Environment wanted = Specs.given(environment);
        try (Tallyport tallyport = shell.open()) {
            List<Route> routes = tallyport.routes().all().stream()
                    .filter(route -> route.enabled() && isIn(tallyport, route, wanted))
                    .toList();
            if (routes.isEmpty()) {
                throw new IllegalArgumentException(
                        "no enabled route is in " + Choices.word(wanted) + "; see: tallyport route list");
            }
            RouteSync sync =
                    new RouteSync(shell, tallyport, Specs.given(mode).isDryRun(), options.strict(), read.full());
            List<SyncReport> reports = new ArrayList<>();
            int exit = ExitCode.OK;
            for (Route route : routes) {
                SyncReport report = sync.syncOneOfMany(route);
                reports.add(report);
                exit = ExitCode.worse(exit, report.exit());
                shell.say(screen -> {
                    report.print(screen);
                    screen.blank();
                });
            }
            shell.answer(new View(Choices.word(wanted), exit, reports), screen -> summary(screen, reports));
            return exit;
        }
    }

    private static boolean isIn(Tallyport tallyport, Route route, Environment wanted) {
        ConnectionId source = route.source().connection();
        return tallyport
                .connections()
                .find(source)
                .map(Connection::environment)
                .filter(wanted::equals)
                .isPresent();
    }

    private static void summary(Screen screen, List<SyncReport> reports) {
        Table table = Table.of("ROUTE", "RESULT");
        reports.forEach(report -> table.row(report.route(), result(report.exit())));
        screen.table(table);
    }

    private static String result(int exit) {
        return switch (exit) {
            case ExitCode.OK -> "done";
            case ExitCode.PARTIAL -> "waits for a person";
            default -> "failed";
        };
    }
}
