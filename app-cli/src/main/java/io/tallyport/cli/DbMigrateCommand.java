package io.tallyport.cli;

import io.tallyport.persistence.Database;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Brings the schema up to date. */
@Command(
        name = "migrate",
        description = "Brings the schema up to date; the embedded database does so by itself. Make a backup first.",
        footer = {"", "Example:", "  tallyport db backup before.zip && tallyport db migrate"})
final class DbMigrateCommand implements Callable<Integer> {

    private final Shell shell;

    DbMigrateCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(int applied, DatabaseView database) {}

    @Override
    public Integer call() {
        try (Database database = shell.openDatabase()) {
            int applied = database.migrate();
            View view = new View(applied, DatabaseView.of(database.info()));
            shell.answer(view, screen -> {
                screen.good(applied == 0 ? "The schema is up to date." : applied + " migrations were applied.");
                screen.facts(view.database().facts());
            });
        }
        return ExitCode.OK;
    }
}
