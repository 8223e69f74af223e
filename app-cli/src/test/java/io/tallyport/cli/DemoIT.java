package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {

    @TempDir
    Path directory;

    @Test
    void twoShopsAreInSyncAtTheEnd() throws IOException {
        Set<Path> before = demoDirectories();
        Terminal.Outcome outcome = new Terminal(directory).run("demo", "--skus", "120");
        assertThat(outcome.exit()).as(outcome.both()).isZero();
        assertThat(outcome.lastLine()).matches("IN SYNC (\\d+) of \\1");
        assertThat(outcome.out())
                .contains("Lightspeed R-Series (till)", "Lightspeed X-Series (branch)")
                .contains("A person would look now")
                .contains("Approved ")
                .contains("Left alone:");
        assertThat(demoDirectories()).isEqualTo(before);
        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void everyKindOfFaultOfTheBuiltInScriptIsMetAndSurvivedInPlainSight() {
        Terminal.Outcome outcome = new Terminal(directory).run("demo", "--skus", "150", "--faults");
        assertThat(outcome.exit()).as(outcome.both()).isZero();
        assertThat(outcome.lastLine()).matches("IN SYNC (\\d+) of \\1");
        assertThat(outcome.out()).contains("Faults are in force");
        String met = outcome.out()
                .lines()
                .filter(line -> line.startsWith("Faults met: "))
                .findFirst()
                .orElseThrow();
        for (String kind : new String[] {
            "status",
            "html",
            "slow",
            "cut-before",
            "cut-after",
            "late",
            "stale",
            "duplicate-page",
            "truncated-page",
            "wrong-version"
        }) {
            assertThat(met).containsPattern("\\b" + kind + "=[1-9]");
        }
    }

    @Test
    void aScriptOfOnesOwnIsTakenAndAWrongOneRefused() throws IOException {
        Files.writeString(
                directory.resolve("faults.json"),
                "[{\"on\":{\"platform\":\"shopify\"},\"after\":2,\"do\":{\"kind\":\"status\",\"status\":503}}]");
        Terminal terminal = new Terminal(directory);
        JsonNode result = terminal.run("demo", "--skus", "50", "--faults", "faults.json", "--json")
                .json();
        assertThat(result.path("inStep").asLong())
                .isPositive()
                .isEqualTo(result.path("eligible").asLong());
        assertThat(result.at("/faults/status").asInt()).isEqualTo(1);
        Files.writeString(directory.resolve("wrong.json"), "[{\"do\":{\"kind\":\"typhoon\"}}]");
        Terminal.Outcome wrong = terminal.run("demo", "--skus", "50", "--faults", "wrong.json");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("typhoon");
        assertThat(terminal.run("demo", "--faults", "missing.json").err()).contains("missing.json");
    }

    @Test
    void theDataIsKeptWhereThatIsAsked() {
        Terminal.Outcome outcome = new Terminal(directory).run("demo", "--skus", "50", "--keep");
        assertThat(outcome.lastLine()).startsWith("IN SYNC ");
        Path kept = Path.of(outcome.out()
                .lines()
                .filter(line -> line.startsWith("Kept: "))
                .findFirst()
                .orElseThrow()
                .split(" ")[1]);
        assertThat(kept.resolve("sync-plan-round-1.json")).exists();
        assertThat(kept.resolve("sync-plan-branch-round-1.json")).exists();
        new DemoDirectory(kept, false).close();
        assertThat(kept).doesNotExist();
    }

    @Test
    void theSandboxSaysHowToConnectAndEndsCleanly() {
        Terminal.Outcome outcome = new Terminal(directory).run("sandbox", "--skus", "40");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .contains("tallyport connection add till --platform lightspeed-r")
                .contains("tallyport connection add branch --platform lightspeed-x --account sandbox")
                .contains("tallyport connection add web --platform shopify")
                .contains("Lightspeed X-Series", "domain prefix sandbox", "feeds 71000000002")
                .contains("/_control")
                .contains("Sandbox stopped.");
        JsonNode view =
                new Terminal(directory).run("sandbox", "--skus", "40", "--json").json();
        assertThat(view.path("commands")).hasSize(8);
        assertThat(view.path("lightspeedXBaseUrl").asText()).startsWith("http://127.0.0.1:");
        assertThat(view.path("lightspeedXDomainPrefix").asText()).isEqualTo("sandbox");
        assertThat(view.path("lightspeedXToken").asText()).startsWith("lsxs_pt_");
        assertThat(view.path("lightspeedXLocation").asText()).hasSize(36);
        assertThat(view.path("shopifySecondLocation").asText()).isEqualTo("71000000002");
    }

    private static Set<Path> demoDirectories() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("tallyport-demo-"))
                    .collect(Collectors.toSet());
        }
    }
}
