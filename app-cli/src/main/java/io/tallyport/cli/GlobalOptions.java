package io.tallyport.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command. */
final class GlobalOptions {

    private static final int LAST = 900;

    @Option(
            names = "--json",
            order = LAST,
            scope = ScopeType.INHERIT,
            description = "One JSON document on standard output, errors included; nothing is asked.")
    private boolean json;

    @Option(
            names = {"-v", "--verbose"},
            order = LAST + 1,
            scope = ScopeType.INHERIT,
            description = "What happens in detail on standard error, with the cause of an error.")
    private boolean verbose;

    @Option(
            names = "--data",
            order = LAST + 2,
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where the embedded database, its key and .env are; ~/.tallyport unless given.")
    private @Nullable Path data;

    @Option(names = "--no-color", order = LAST + 3, scope = ScopeType.INHERIT, description = "No colours.")
    private boolean noColor;

    @Option(
            names = {"-h", "--help"},
            order = LAST + 4,
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "This help.")
    private boolean help;

    boolean json() {
        return json;
    }

    boolean verbose() {
        return verbose;
    }

    boolean colours() {
        return !noColor;
    }

    boolean help() {
        return help;
    }

    Optional<Path> data() {
        return Optional.ofNullable(data);
    }
}
