package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command about SKUs, typed against the sandbox over HTTP and an embedded database. */
class SkuMappingIT {

    @TempDir
    Path directory;

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(80).withWideLimits());
    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void connect() {
        terminal = new Terminal(directory).with("TILL", sandbox.rseriesToken()).with("SHOP", sandbox.shopifyToken());
        done("connection add till --platform lightspeed-r --account " + sandbox.rseriesAccount() + " --base-url "
                + sandbox.rseriesBaseUrl() + " --environment sandbox --access read --token-env TILL");
        done("connection add web --platform shopify --account sandbox.myshopify.com --base-url "
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

    private static String id(JsonNode item) {
        return "id:" + item.path("item").asText();
    }

    @Test
    void mismatchesAreNamedWithWhatToDoAndEndWithThree() {
        Terminal.Outcome shown = run("sku mismatches main");
        assertThat(shown.exit()).as(shown.both()).isEqualTo(3);
        assertThat(shown.out())
                .contains("SKU_FORMAT: the same SKU, written differently")
                .contains("tallyport sku confirm ROUTE SOURCE TARGET")
                .contains("ONLY_AT_SOURCE");
        JsonNode json = run("find-sku-mismatches main --kind sku-format --json").json();
        assertThat(json.path("findings"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.path("kind").asText()).isEqualTo("SKU_FORMAT"));
        assertThat(json.at("/source/complete").asBoolean()).isTrue();
        assertThat(run("sku mismatches main --kind mapped-gone").exit()).isZero();
        assertThat(run("sku mismatches main --kind nonsense").exit()).isEqualTo(2);
        assertThat(run("sku mismatches nowhere").exit()).isEqualTo(1);
        assertThat(run("sku map list nowhere").exit()).isEqualTo(1);
    }

    @Test
    void suggestionsAreConfirmedRejectedListedAndRemoved() {
        assertThat(done("suggest-sku-mappings main").out())
                .contains("certain")
                .contains("tallyport sku confirm main id:");
        JsonNode best =
                done("sku suggest main --json").json().path("suggestions").get(0);
        String pair = id(best.path("source")) + " "
                + id(best.path("candidates").get(0).path("target"));
        assertThat(best.path("candidates").get(0).path("reasons")).isNotEmpty();

        done("sku reject main " + pair + " --reason other-size");
        assertThat(done("sku map list main --rejected").out()).contains("other-size");
        assertThat(done("sku suggest main --json").json().path("suggestions").toString())
                .doesNotContain(best.path("candidates").get(0).toString());
        done("sku reject main " + pair + " --undo");
        assertThat(run("sku reject main " + pair + " --undo").exit()).isEqualTo(1);

        assertThat(done("sku confirm main " + pair).out()).contains("Mapped:");
        assertThat(done("sku map list main --json").json()).hasSize(1);
        assertThat(done("sku map list main").out()).contains("person").contains("tester");
        done("sku map remove main " + id(best.path("source")));
        assertThat(done("sku map list main").out()).contains("Nothing is mapped");
        done("sku map add main " + pair);
        assertThat(done("doctor").out()).doesNotContain("mapping");
    }

    @Test
    void whatIsCertainIsMappedOnOnesWordAlone() {
        Terminal.Outcome dry = done("sku confirm main --certain --dry-run");
        assertThat(dry.out()).contains("nothing was stored");
        assertThat(done("sku map list main --json").json()).isEmpty();
        JsonNode mapped = done("sku confirm main --certain --json").json();
        assertThat(mapped.path("certain")).isNotEmpty();
        assertThat(done("sku map list main --json").json())
                .hasSize(mapped.path("certain").size());
        assertThat(run("sku confirm main").exit()).isEqualTo(2);
        assertThat(run("sku confirm main A --certain").exit()).isEqualTo(2);
    }

    @Test
    void barcodesAreMappedAndAFileBringsItAllBack() throws IOException {
        assertThat(done("sku map from-barcodes main --dry-run").out()).contains("nothing was stored");
        assertThat(done("sku:map:from-barcodes main --json").json().path("added"))
                .isNotEmpty();
        JsonNode before = done("sku map list main --json").json();
        assertThat(done("sku map export main map.json").out()).contains("map.json");
        assertThat(run("sku map export main map.json").exit()).isEqualTo(1);
        assertThat(Files.readString(directory.resolve("map.json"))).contains("\"unmapped_lightspeed\"");
        for (JsonNode mapping : before) {
            done("sku map remove main id:" + mapping.path("sourceItem").asText());
        }
        assertThat(done("sku map import main map.json --dry-run").out()).contains("nothing was stored");
        assertThat(done("sku map list main --json").json()).isEmpty();
        done("sku map import main map.json");
        assertThat(done("sku map list main --json").json()).hasSize(before.size());

        Files.writeString(directory.resolve("bad.csv"), "lightspeed_sku,shopify_sku\nNOPE,NOPE\n");
        Terminal.Outcome refused = run("sku map import main bad.csv");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).contains("\"NOPE\" is not at the source").contains("nothing was stored");
        Files.writeString(directory.resolve("worse.json"), "{\"sku_mappings\": 1}");
        assertThat(run("sku map import main worse.json --json")
                        .json()
                        .at("/error/code")
                        .asText())
                .isEqualTo("TP073");
    }
}
