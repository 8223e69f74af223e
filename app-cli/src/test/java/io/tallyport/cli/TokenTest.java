package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.sandbox.evidence.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens come from standard input or a variable, and are seen nowhere again. */
class TokenTest {

    private static final String TOKEN = "very-secret-token-4711";

    @TempDir
    Path directory;

    @BeforeEach
    void noteTheToken() {
        Evidence.secret(TOKEN);
    }

    private static String[] add(String... token) {
        List<String> args = new ArrayList<>(List.of(
                "connection:add",
                "web",
                "--platform",
                "shopify",
                "--account",
                "example.myshopify.com",
                "--base-url",
                "http://127.0.0.1:9",
                "--environment",
                "sandbox"));
        args.addAll(List.of(token));
        return args.toArray(String[]::new);
    }

    @Test
    void aTokenIsReadFromStandardInput() {
        Terminal terminal = new Terminal(directory);
        Terminal.Outcome outcome = terminal.typing(TOKEN + "\n", add("--token-stdin"));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.both()).doesNotContain(TOKEN);
        assertThat(terminal.run("connection", "show", "web", "--json")
                        .json()
                        .path("secrets")
                        .get(0)
                        .asText())
                .isEqualTo("token");
    }

    @Test
    void aTokenIsReadFromAVariable() {
        Terminal terminal = new Terminal(directory).with("MY_TOKEN", TOKEN);
        Terminal.Outcome outcome = terminal.run(add("--token-env", "MY_TOKEN", "--json", "--verbose"));
        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.json().path("access").asText()).isEqualTo("read");
        assertThat(outcome.both()).doesNotContain(TOKEN);
        assertThat(terminal.run("connection", "update", "web", "--token-env", "MY_TOKEN")
                        .both())
                .doesNotContain(TOKEN);
    }

    @Test
    void aTokenAsAnArgumentIsRefusedWithTheReason() {
        for (String[] args : List.of(
                add("--token", TOKEN),
                add("--token=" + TOKEN),
                add("--access-token", TOKEN, "--token-stdin"),
                new String[] {"connection", "update", "web", "--token", TOKEN})) {
            Terminal.Outcome outcome = new Terminal(directory).run(args);
            assertThat(outcome.exit()).isEqualTo(2);
            assertThat(outcome.err())
                    .contains("never taken as an argument")
                    .contains("history")
                    .contains("--token-stdin");
            assertThat(outcome.both()).doesNotContain(TOKEN);
        }
    }

    @Test
    void aTokenAsAnOptionIsRefused() {
        Terminal.Outcome outcome = new Terminal(directory).run(add("--token-stdin", "--option", "token=" + TOKEN));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.both()).contains("looks like a secret").doesNotContain(TOKEN);
    }

    @Test
    void aMissingTokenIsAMisuse() {
        Terminal terminal = new Terminal(directory);
        assertThat(terminal.run(add()).exit()).isEqualTo(2);
        assertThat(terminal.typing("\n", add("--token-stdin")).exit()).isEqualTo(2);
        assertThat(terminal.run(add("--token-env", "NOT_SET")).exit()).isEqualTo(2);
        assertThat(terminal.run(add("--token-stdin", "--token-env", "X")).exit())
                .isEqualTo(2);
    }

    @Test
    void noFileHoldsTheTokenInClear() throws IOException {
        assertThat(new Terminal(directory)
                        .typing(TOKEN + "\n", add("--token-stdin"))
                        .exit())
                .isZero();
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(text(file)).doesNotContain(TOKEN));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
