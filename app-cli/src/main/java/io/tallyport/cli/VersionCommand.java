package io.tallyport.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Tells which Tallyport this is. */
@Command(
        name = "version",
        description = "Shows the version of Tallyport and of Java.",
        footer = {"", "Example:", "  tallyport version --json"})
final class VersionCommand implements Callable<Integer> {

    private final Shell shell;

    VersionCommand(Shell shell) {
        this.shell = shell;
    }

    private record View(String version, String java) {}

    @Override
    public Integer call() {
        View view = new View(version(), System.getProperty("java.version"));
        shell.answer(view, screen -> screen.line("tallyport " + view.version() + " (Java " + view.java() + ")"));
        return ExitCode.OK;
    }

    static String version() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(VersionCommand.class.getResourceAsStream("version.properties"))) {
            properties.load(in);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return properties.getProperty("version");
    }
}
