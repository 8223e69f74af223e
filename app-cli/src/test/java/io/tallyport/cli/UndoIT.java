package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Undoing, restoring and pushing as a person does it. */
class UndoIT {

    @TempDir
    Path directory;

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(80).withWideLimits());
    private final HttpClient http = HttpClient.newHttpClient();
    private Installation installation = new Installation(new Terminal(Path.of("")));

    @BeforeEach
    void connect() {
        installation = Installation.connected(directory, sandbox, sandbox.rseriesBaseUrl(), sandbox.shopifyBaseUrl());
    }

    @AfterEach
    void stop() {
        installation.terminal().keepEvidence();
        sandbox.close();
    }

    private Terminal.Outcome done(String line) {
        return installation.done(line);
    }

    private Terminal.Outcome run(String line) {
        return installation.run(line);
    }

    private void order(String sku) throws IOException, InterruptedException {
        post("orders", sku);
    }

    private void sell(String sku) throws IOException, InterruptedException {
        post("sales", sku);
    }

    private void post(String what, String sku) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.controlUrl() + "/" + what))
                .POST(HttpRequest.BodyPublishers.ofString("{\"sku\":\"" + sku + "\",\"quantity\":1}"))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isLessThan(300);
    }

    /** The run of the approved baseline. */
    private String applied() {
        return done("stock apply plan.json --confirm --json")
                .json()
                .at("/run/id")
                .asText();
    }

    /** SKUs that the baseline set, without blanks, and with some left. */
    private String written(int which) {
        JsonNode rows = done("stock show plan.json --all --json").json().path("rows");
        int found = 0;
        for (JsonNode row : rows) {
            boolean set = row.path("action").asText().equals("SET")
                    && row.path("reason").asText().equals("CHANGED")
                    && row.path("desired").asInt() > 3
                    && !row.path("sku").asText().contains(" ");
            if (set && found++ == which) {
                return row.path("sku").asText();
            }
        }
        throw new AssertionError("too few rows were set");
    }

    @Test
    void aRunIsRolledBackAndItsRouteWaitsUntilItIsResumed() throws Exception {
        String run = applied();
        String ordered = written(0);
        order(ordered);

        Terminal.Outcome planned = done("stock rollback " + run.substring(0, 8) + " --out undo.json");
        assertThat(planned.out())
                .contains("Rollback of run " + run)
                .contains("Route main is paused")
                .contains("tallyport route resume main")
                .contains("mend the cause")
                .contains("CHANGED_SINCE");
        assertThat(done("route list").out()).contains("rollback of run " + run).contains("tester");
        assertThat(done("status").out()).contains("rollback of run " + run);
        assertThat(done("route show main --json").json().path("paused").asText())
                .contains(run);
        for (String refused : new String[] {
            "stock plan main --out other.json",
            "stock sync main --confirm",
            "stock push main --products " + ordered + " --confirm"
        }) {
            Terminal.Outcome outcome = run(refused);
            assertThat(outcome.exit()).as(refused).isEqualTo(1);
            assertThat(outcome.err()).contains("TP080").contains("tallyport route resume");
        }
        assertThat(run("lightspeed-sync --confirm --environment=sandbox").exit())
                .isEqualTo(1);

        run("stock approve undo.json --reason mistake");
        assertThat(done("stock apply undo.json --confirm").out()).contains("COMPLETED");
        Terminal.Outcome verified = run("stock verify-rollback " + run.substring(0, 8));
        assertThat(verified.exit()).isEqualTo(3);
        assertThat(verified.out()).contains(ordered).contains("CHANGED_SINCE");
        JsonNode answer = run("verify-rollback " + run + " --json").json();
        assertThat(answer.path("notRestored").asInt()).isEqualTo(1);
        assertThat(answer.path("restored").asInt()).isGreaterThan(10);

        assertThat(done("route resume main").out()).contains("what the POS says now");
        assertThat(done("route resume main").out()).contains("was not paused");
        installation.isWell();
    }

    @Test
    void aShopIsBackedUpAndRestoredAndAnAlteredBackupIsRefused() throws Exception {
        JsonNode backup = done("stock backup web --out friday.json --json").json();
        assertThat(backup.path("complete").asBoolean()).isTrue();
        assertThat(backup.path("rows").asInt()).isGreaterThan(80);
        assertThat(run("stock backup web --out friday.json").exit()).isEqualTo(2);
        assertThat(done("stock backup till --out till.json").out()).contains("Backed up");
        String run = applied();

        Files.writeString(
                directory.resolve("altered.json"),
                Files.readString(directory.resolve("friday.json")).replaceFirst("\"available\":", "\"available\":1"));
        Terminal.Outcome altered = run("restore-inventory --backup-file altered.json");
        assertThat(altered.exit()).isEqualTo(1);
        assertThat(altered.err()).contains("TP081").contains("altered");
        assertThat(done("route show main --json").json().hasNonNull("paused")).isFalse();

        Terminal.Outcome planned = done("restore-inventory --backup-file friday.json --out undo.json");
        assertThat(planned.out()).contains("Restore of backup").contains("is paused");
        run("stock approve undo.json --reason mistake");
        done("stock apply undo.json --confirm");
        assertThat(done("stock verify-rollback " + run).out()).contains("are as they were before");
        assertThat(done("stock restore --backup-file friday.json --json")
                        .json()
                        .at("/plan/counts/changes")
                        .asInt(-1))
                .isZero();
        done("route resume main");
        installation.isWell();
    }

    @Test
    void aBackupOfAnotherEnvironmentIsRefused() {
        done("stock backup web --out friday.json");
        done("route remove main --confirm");
        done("connection remove web --confirm");
        done("connection add web --platform shopify --account other.myshopify.com --base-url "
                + sandbox.shopifyBaseUrl() + " --environment production --access read-write --token-env SHOP");

        Terminal.Outcome refused = run("stock restore --backup-file friday.json");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("TP082");
    }

    @Test
    void someSkusArePushedAtOnceUnderBothNames() throws Exception {
        applied();
        String one = written(0);
        String other = written(1);
        Terminal.Outcome early = run("stock push main --products " + one + " --confirm");
        assertThat(early.exit()).isEqualTo(1);
        assertThat(early.err()).contains("TP085");
        done("stock sync main --full --confirm");
        sell(one);
        sell(other);

        assertThat(done("stock push --products " + one + " --dry-run").out())
                .contains("1 would change")
                .contains("nothing was written");
        assertThat(done("manual-sync --products=" + one + " --confirm").out()).contains("COMPLETED");
        Terminal.Outcome unknown = run("stock push main --products " + other + ",NOPE --confirm");
        assertThat(unknown.exit()).isEqualTo(3);
        assertThat(unknown.out()).contains("Neither side has NOPE");
        sell(one);
        Terminal.Outcome priority = done("priority-inventory-update --top 1 --confirm --json");
        assertThat(priority.json().at("/sync/plan/covers/kind").asText()).isEqualTo("chosen");
        done("stock push main --priority --top 2 --confirm");
        installation.isWell();
    }

    @Test
    void oneConnectionIsStoppedAndTheOthersAreNot() {
        assertThat(installation
                        .terminal()
                        .run("stop", "--connection", "web", "--reason", "counting the shop")
                        .out())
                .contains("Remote writes through web are stopped")
                .contains("resume --connection web");
        Terminal.Outcome stopped = run("stock apply plan.json --confirm");
        assertThat(stopped.exit()).isEqualTo(3);
        assertThat(stopped.both()).contains("counting the shop");
        assertThat(done("status").out()).contains("through web are stopped");
        done("resume");
        assertThat(run("stock apply plan.json --confirm").exit()).isEqualTo(3);
        done("resume --connection web");
        installation.isWell();
        assertThat(run("stop --connection nope --reason x").exit()).isEqualTo(1);
    }

    @Test
    void anUndoIsPlannedWhileAllIsStoppedSoThatNothingComesBetween() {
        String run = applied();
        installation.terminal().run("stop", "--reason", "wrong figures");

        assertThat(done("stock rollback " + run + " --out undo.json").out()).contains("Route main is paused");
        run("stock approve undo.json --reason mistake");
        assertThat(run("stock apply undo.json --confirm").exit()).isEqualTo(3);
        done("resume");
        assertThat(run("stock sync main --confirm").err()).contains("TP080");
        assertThat(done("stock apply undo.json --confirm").out()).contains("COMPLETED");
        assertThat(done("stock verify-rollback " + run).out()).contains("are as they were before");
    }

    @Test
    void aRouteIsPausedByHand() {
        installation.terminal().run("route", "pause", "main", "--reason", "stock take");
        assertThat(run("stock apply plan.json --confirm").err())
                .contains("TP080")
                .contains("stock take");
        done("route resume main");
        done("stock apply plan.json --confirm");
        assertThat(run("route pause nope --reason x").exit()).isEqualTo(1);
    }
}
