package io.tallyport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.cli.CliSettings;
import io.tallyport.cli.TallyportCli;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every command that a page tells people to type is one that the program knows, with these options. */
class CommandsTest {

    private static final List<String> PAGES = List.of(
            "README.md",
            "docs/guide.md",
            "docs/runbook.md",
            "docs/policies.md",
            "docs/rules.md",
            "docs/cycles.md",
            "docs/queue.md",
            "docs/purchase-orders.md",
            "docs/counts.md",
            "docs/http.md",
            "docs/mapping-file.md",
            "docs/faults.md",
            "docs/settings.md",
            "docs/error-codes.md");

    private static final Pattern COMMAND =
            Pattern.compile("(?:^(?:\\$ )?|`|: )(?:bin/)?tallyport ([a-z].*?)(?=, |[`|;#()]|$)");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z-]*");

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> everyCommandOnAPageIsKnown() {
        List<String> commands =
                PAGES.stream().flatMap(CommandsTest::commands).distinct().toList();
        assertThat(commands).hasSizeGreaterThan(25);
        return commands.stream().map(command -> DynamicTest.dynamicTest(command, () -> check(command)));
    }

    /** A command that goes over several lines ends each but the last with a backslash. */
    private static Stream<String> commands(String page) {
        String text = Pages.text(page).replaceAll("\\\\\\n\\s*", "");
        return text.lines().flatMap(line -> {
            List<String> found = new ArrayList<>();
            Matcher command = COMMAND.matcher(line);
            while (command.find()) {
                found.add(command.group(1).strip());
            }
            return found.stream();
        });
    }

    private void check(String command) {
        List<String> words =
                Arrays.asList(command.replaceFirst("^([a-z]+):([a-z])", "$1 $2").split("\\s+"));
        String help = help(words);
        assertThat(help).as("help of %s", command).contains("Usage: tallyport " + words.get(0));
        words.stream()
                .filter(word -> word.startsWith("--"))
                .map(word -> word.replaceFirst("=.*", "").replaceAll("[,.:]$", ""))
                .forEach(option -> assertThat(help).as("options of %s", command).contains(option));
    }

    /** The help of the longest row of words that is a command; what comes after them are values. */
    private String help(List<String> words) {
        List<String> names = words.stream()
                .takeWhile(word -> WORD.matcher(word).matches())
                .limit(3)
                .toList();
        for (int length = names.size(); length > 0; length--) {
            StringWriter out = new StringWriter();
            List<String> args = new ArrayList<>(names.subList(0, length));
            args.add("--help");
            if (execute(out, args) == 0) {
                return out.toString();
            }
        }
        throw new AssertionError("no such command: " + words);
    }

    private int execute(StringWriter out, List<String> args) {
        CliSettings settings = new CliSettings(
                Map.of(),
                directory,
                directory,
                "clerk",
                false,
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                close -> close.run());
        return new TallyportCli(settings)
                .execute(
                        new PrintWriter(out),
                        new PrintWriter(new StringWriter()),
                        InputStream.nullInputStream(),
                        args.toArray(String[]::new));
    }
}
