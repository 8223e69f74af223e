package io.tallyport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.sandbox.evidence.Evidence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A user at a command line of their own: a directory, an environment, and what they type. */
final class Terminal {

    private final Path directory;
    private final Map<String, String> variables = new HashMap<>();
    private boolean person;
    private Stopping stopping = close -> close.run();

    Terminal(Path directory) {
        this.directory = directory;
    }

    Terminal with(String variable, String value) {
        variables.put(variable, value);
        if (!variable.startsWith("TALLYPORT_") || variable.endsWith("_KEY") || variable.endsWith("_PASSWORD")) {
            Evidence.secret(value);
        }
        return this;
    }

    /** From now on a person sits there, who can be asked. */
    Terminal asPerson() {
        person = true;
        return this;
    }

    Terminal stoppedBy(Stopping other) {
        stopping = other;
        return this;
    }

    /** What came of a command. */
    record Outcome(int exit, String out, String err) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (IOException notJson) {
                throw new UncheckedIOException("not JSON: " + out, notJson);
            }
        }

        String lastLine() {
            List<String> lines = out.lines().toList();
            return lines.get(lines.size() - 1);
        }

        String both() {
            return out + err;
        }
    }

    Outcome run(String... args) {
        return typing("", args);
    }

    /** Runs a command on this user's data, with {@code input} on standard input. */
    Outcome typing(String input, String... args) {
        input.lines().forEach(Evidence::secret);
        List<String> all =
                new ArrayList<>(List.of("--data", directory.resolve("data").toString()));
        all.addAll(List.of(args));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CliSettings settings =
                new CliSettings(variables, directory, directory, "tester", person, Clock.systemUTC(), stopping);
        int exit = new TallyportCli(settings)
                .execute(
                        new PrintWriter(out),
                        new PrintWriter(err),
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        all.toArray(String[]::new));
        Transcripts.keep(List.of(args), out + "\n" + err);
        return new Outcome(exit, out.toString(), err.toString());
    }

    /** Keeps what this user's database and plans hold, to be searched for the secrets. */
    void keepEvidence() {
        Path data = directory.resolve("data");
        Evidence.place(".zip").ifPresent(place -> run("db", "backup", place.toString()));
        Transcripts.keepFiles(directory);
        Transcripts.keepFiles(data);
    }
}
