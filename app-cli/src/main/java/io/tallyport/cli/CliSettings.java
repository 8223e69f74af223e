package io.tallyport.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What surrounds a call of the command line.
 *
 * @param variables the environment
 * @param workingDirectory where plan files go unless told otherwise
 * @param home the directory whose {@code .tallyport} is the data directory unless told otherwise
 * @param actor who is named in the audit trail
 * @param terminal whether a person sits there, who can be asked and likes colours
 * @param stopping how a command that runs until stopped learns of it
 */
public record CliSettings(
        Map<String, String> variables,
        Path workingDirectory,
        Path home,
        String actor,
        boolean terminal,
        Clock clock,
        Stopping stopping) {

    public CliSettings {
        variables = Map.copyOf(variables);
    }

    /** Whether colours are welcome: on a terminal, unless NO_COLOR says otherwise. */
    boolean colours() {
        return terminal && variables.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** What surrounds this process. */
    static CliSettings ofProcess(Stopping stopping) {
        return new CliSettings(
                System.getenv(),
                Path.of(""),
                Path.of(System.getProperty("user.home")),
                System.getProperty("user.name"),
                TerminalProbe.isTerminal(),
                Clock.systemUTC(),
                stopping);
    }
}
