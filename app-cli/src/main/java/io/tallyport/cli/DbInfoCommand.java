package io.tallyport.cli;

import io.tallyport.persistence.Database;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the database. */
@Command(
        name = "info",
        description = "Shows which database is used, its version and its schema.",
        footer = {"", "Example:", "  tallyport db info"})
final class DbInfoCommand implements Callable<Integer> {

    private final Shell shell;

    DbInfoCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (Database database = shell.openDatabase()) {
            DatabaseView view = DatabaseView.of(database.info());
            shell.answer(view, screen -> screen.facts(view.facts()));
        }
        return ExitCode.OK;
    }
}
