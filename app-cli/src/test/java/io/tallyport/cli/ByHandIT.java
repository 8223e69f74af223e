package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way by hand, as the README tells it, against the sandbox over HTTP and an embedded database. */
class ByHandIT {

    @TempDir
    Path directory;

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(80).withWideLimits());
    private final HttpClient http = HttpClient.newHttpClient();
    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void connect() {
        terminal = new Terminal(directory).with("TILL", sandbox.rseriesToken()).with("SHOP", sandbox.shopifyToken());
        done("connection add till --platform lightspeed-r --account " + sandbox.rseriesAccount() + " --base-url "
                + sandbox.rseriesBaseUrl() + " --environment sandbox --access read --token-env TILL");
        done("connection:add web --platform shopify --account sandbox.myshopify.com --base-url "
                + sandbox.shopifyBaseUrl() + " --environment sandbox --access read-write --token-env SHOP");
        done("route add main --from till/1 --to web/71000000001 --web-orders at-pos-at-once");
    }

    @AfterEach
    void stop() {
        terminal.keepEvidence();
        sandbox.close();
    }

    private Terminal.Outcome run(String line) {
        return terminal.run(line.split(" "));
    }

    private Terminal.Outcome done(String line) {
        Terminal.Outcome outcome = run(line);
        assertThat(outcome.exit()).as(line + "\n" + outcome.both()).isZero();
        return outcome;
    }

    @Test
    void stockTravelsFromTillToShopPlannedApprovedAndApplied() throws Exception {
        assertThat(done("connection test till").out()).contains("✓ till");
        assertThat(done("connection locations web").out()).contains("Main Street");

        assertThat(done("stock plan main").out())
                .contains("The whole plan is held")
                .contains("OVER_THRESHOLD");
        String file = planFile();
        assertThat(done("stock show " + file + " --held").out()).contains("HELD: as a whole");
        Terminal.Outcome held = run("stock apply " + file + " --confirm");
        assertThat(held.exit()).isEqualTo(3);
        assertThat(held.err()).contains("stock approve");
        assertThat(writes()).isZero();

        assertThat(terminal.run("stock", "approve", file, "--reason", "counted on Sunday")
                        .out())
                .contains("as tester");
        assertThat(done("stock apply " + file + " --confirm --canary 3").out()).contains("COMPLETED");
        assertThat(done("stock apply " + file + " --confirm").out()).contains("applied before");

        String sku = inStock();
        control("sales", "{\"sku\":\"" + sku + "\",\"quantity\":1}");
        assertThat(done("stock sync main --dry-run").out())
                .contains("1 would change")
                .contains("nothing was written");
        assertThat(done("stock sync main --confirm").out()).contains("COMPLETED");
        assertThat(level(sku, "/shopify/available")).isEqualTo(level(sku, "/rseries/qoh"));
        assertThat(done("stock sync main --confirm").out()).contains("Nothing would change.");
        assertThat(done("runs list --json").json()).hasSize(2);
        assertThat(done("status").out()).contains("✓").doesNotContain("✗");
        assertThat(done("doctor").out()).contains("nothing to mend");
    }

    @Test
    void everyAnswerIsReadableByAProgram() throws Exception {
        assertThat(done("connection list --json").json()).hasSize(2);
        assertThat(done("route list --json").json().get(0).path("webOrders").asText())
                .isEqualTo("at-pos-at-once");
        JsonNode plan = done("--json stock plan main --out plan.json").json();
        assertThat(plan.path("held").asBoolean()).isTrue();
        JsonNode shown = done("stock show plan.json --all --json").json();
        assertThat(shown.path("rows")).hasSize(shown.path("matchingRows").asInt());
        assertThat(shown.path("id").asText()).isEqualTo(plan.path("id").asText());
        assertThat(run("stock apply plan.json --confirm --json")
                        .json()
                        .at("/error/code")
                        .asText())
                .isEqualTo("TP013");
        assertThat(run("stock apply plan.json --json")
                        .json()
                        .at("/error/message")
                        .asText())
                .contains("nothing was written");
        assertThat(done("stock approve plan.json --reason counted --json")
                        .json()
                        .path("approvals"))
                .hasSize(1);
        JsonNode applied = done("stock apply plan.json --confirm --json").json();
        assertThat(applied.at("/run/state").asText()).isEqualTo("COMPLETED");
        String run = applied.at("/run/id").asText();
        assertThat(done("runs show " + run.substring(0, 8) + " --json").json().path("rows"))
                .isNotEmpty();
        assertThat(done("stock sync main --dry-run --json")
                        .json()
                        .at("/plan/counts/changes")
                        .asInt())
                .isZero();
        assertThat(done("db info --json").json().path("product").asText()).isEqualTo("H2");
        assertThat(done("status --json").json().path("connections")).hasSize(2);
    }

    @Test
    void aPlanIsNeverOverwrittenAndNothingIsWrittenUnasked() throws Exception {
        done("stock plan main --out plan.json");
        assertThat(run("stock plan main --out plan.json").exit()).isEqualTo(2);
        assertThat(run("stock apply plan.json").exit()).isEqualTo(2);
        Terminal.Outcome declined = terminal.asPerson().typing("no\n", "stock", "apply", "plan.json", "--no-color");
        assertThat(declined.exit()).isEqualTo(1);
        assertThat(declined.err()).contains("Write ").contains("[y/N]");
        assertThat(declined.out()).contains("Nothing was written.");
        assertThat(writes()).isZero();
    }

    @Test
    void oneBadRouteNeverStopsTheOthersAndTheWorstExitCodeWins() {
        done("connection add gone --platform lightspeed-r --account 1 --base-url " + sandbox.rseriesBaseUrl()
                + " --environment sandbox --token-env SHOP");
        assertThat(run("route add lost --from gone/1 --to web/71000000002 --web-orders at-pos-at-once")
                        .exit())
                .isEqualTo(1);
        done("route add second --from till/1 --to web/71000000002 --web-orders at-pos-when-fulfilled");
        assertThat(run("lightspeed-sync --confirm --environment=sandbox").exit())
                .isEqualTo(3);
        terminal.with("BAD", "not-the-token");
        done("connection update till --token-env BAD");
        JsonNode failed =
                run("lightspeed-sync --dry-run --environment=sandbox --json").json();
        assertThat(failed.path("exit").asInt()).isEqualTo(1);
        assertThat(failed.path("routes"))
                .hasSize(2)
                .allSatisfy(
                        route -> assertThat(route.at("/error/code").asText()).startsWith("LS"));
        assertThat(run("connection test till").exit()).isEqualTo(1);
        Terminal.Outcome examined = run("doctor");
        assertThat(examined.exit()).isEqualTo(1);
        assertThat(examined.out()).contains("✗ connection till: ").contains("LS004");
        assertThat(run("status").exit()).isEqualTo(1);
    }

    @Test
    void aStoppedInstallationWritesNothingAndSaysWhy() throws Exception {
        done("stock plan main --out plan.json");
        done("stock approve plan.json --reason counted");
        terminal.run("stop", "--reason", "stock take");
        Terminal.Outcome stopped = run("stock apply plan.json --confirm");
        assertThat(stopped.exit()).isEqualTo(3);
        assertThat(stopped.out()).contains("PARTIAL: TP001").contains("stock take");
        assertThat(writes()).isZero();
        done("resume");
        done("stock apply plan.json --confirm");
        assertThat(writes()).isPositive();
    }

    private String planFile() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<String> plans = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("sync-plan-\\d{8}-\\d{6}\\.json"))
                    .toList();
            assertThat(plans).hasSize(1);
            return plans.get(0);
        }
    }

    /** How many rows the runs of this installation have written. */
    private long writes() {
        long written = 0;
        for (JsonNode run : done("runs list --json").json()) {
            written += run.at("/counts/written").asLong();
        }
        return written;
    }

    private String inStock() throws Exception {
        for (JsonNode level : control("levels", "").path("rseries")) {
            String sku = level.path("sku").asText();
            boolean inShop = control("state?sku=" + sku.replace(" ", "%20"), "")
                            .at("/levels/" + sku + "/shopify/available")
                            .asInt()
                    > 3;
            if (inShop
                    && level.path("qoh").asDouble()
                            == Math.floor(level.path("qoh").asDouble())
                    && level.path("qoh").asDouble() > 3) {
                return sku;
            }
        }
        throw new AssertionError("nothing is in stock");
    }

    private int level(String sku, String path) throws Exception {
        return control("state?sku=" + sku, "").at("/levels/" + sku + path).asInt();
    }

    private JsonNode control(String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.controlUrl() + "/" + path));
        if (!body.isEmpty()) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
