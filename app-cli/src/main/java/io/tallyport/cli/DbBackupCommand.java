package io.tallyport.cli;

import io.tallyport.persistence.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a backup of the database. */
@Command(
        name = "backup",
        description = {
            "Writes every row as of one moment to a new zip file that only its owner can read.",
            "Secrets are in it as they are stored, encrypted; keep the master key as well."
        },
        footer = {"", "Example:", "  tallyport db backup tallyport-backup.zip"})
final class DbBackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A file that does not exist yet.")
    private @Nullable Path file;

    @Spec
    private @Nullable CommandSpec spec;

    private final Shell shell;

    DbBackupCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path path = shell.workingDirectory().resolve(Specs.given(file));
        if (Files.exists(path)) {
            throw Specs.misuse(spec, path + " exists already and is not overwritten");
        }
        try (Database database = shell.openDatabase()) {
            database.backup(path);
            shell.answer(Map.of("backup", path.toString()), screen -> screen.good("Backup written to " + path + "."));
        }
        return ExitCode.OK;
    }
}
