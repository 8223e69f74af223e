package io.tallyport.cli;

import io.tallyport.core.inventory.undo.BackUpStock;
import io.tallyport.core.inventory.undo.BackupPart;
import io.tallyport.core.inventory.undo.StockBackup;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.runtime.Tallyport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes all stock levels of a connection to a file. */
@Command(
        name = "backup",
        description = {
            "Writes all stock levels of a connection to a file, of all open locations unless some are named.",
            "A backup that is cut off leaves no file; the same command goes on with what was read.",
            "Ends with 3 when the platform could not prove that nothing was left out."
        },
        footer = {
            "",
            "Example:",
            "  tallyport stock backup web --out friday.json",
            "  tallyport stock backup web --out one.json --location web/main"
        })
final class StockBackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "CONNECTION", description = "The connection's name.")
    private @Nullable ConnectionId connection;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where it goes. Never overwrites.")
    private @Nullable Path out;

    @Option(
            names = "--location",
            paramLabel = "LOCATION",
            description = "Only this one, by id or name; may be given several times.")
    private List<String> locations = new ArrayList<>();

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    StockBackupCommand(Shell shell) {
        this.shell = shell;
    }

    private record Part(String location, String name, String begun, String ended, long rows, boolean complete) {

        static Part of(BackupPart part) {
            return new Part(
                    part.location().value(),
                    part.name(),
                    part.begun().toString(),
                    part.ended().toString(),
                    part.rows(),
                    part.complete());
        }
    }

    private record View(
            String id,
            String connection,
            String environment,
            String file,
            long rows,
            boolean complete,
            List<Part> locations,
            String hash) {

        static View of(StockBackup backup, Path file) {
            return new View(
                    backup.header().id(),
                    backup.header().connection().value(),
                    Choices.word(backup.header().environment()),
                    file.toString(),
                    backup.rows(),
                    backup.isComplete(),
                    backup.parts().stream().map(Part::of).toList(),
                    backup.hash());
        }
    }

    @Override
    public Integer call() {
        ConnectionId id = Specs.given(connection);
        Path file = shell.workingDirectory().resolve(Specs.given(out));
        if (Files.exists(file)) {
            throw Specs.misuse(spec, file + " exists already and is not overwritten");
        }
        try (Tallyport tallyport = shell.open()) {
            LocationFinder finder = new LocationFinder(tallyport.connectors());
            List<ExternalId> only = locations.stream()
                    .map(name -> finder.find(new LocationName(id, name)).location())
                    .toList();
            BackUpStock.Request request = new BackUpStock.Request(id, only, file, shell.actor());
            StockBackup backup =
                    shell.showing(progress -> tallyport.undo().backUp().backUp(request, progress));
            View view = View.of(backup, file);
            shell.answer(view, screen -> print(screen, view));
            return backup.isComplete() ? ExitCode.OK : ExitCode.PARTIAL;
        }
    }

    private static void print(Screen screen, View view) {
        screen.good("Backed up " + view.rows() + " levels of " + view.connection() + " to " + view.file());
        Table table = Table.of("LOCATION", "NAME", ">LEVELS", "READ FROM", "TO", "COMPLETE");
        view.locations()
                .forEach(part -> table.row(
                        part.location(),
                        part.name(),
                        part.rows(),
                        part.begun(),
                        part.ended(),
                        part.complete() ? "yes" : "no"));
        screen.table(table);
        if (!view.complete()) {
            screen.attention("The platform could not prove that nothing was left out; what is in the file is right.");
        }
        screen.line("Restore it with: tallyport stock restore --backup-file " + view.file());
    }
}
