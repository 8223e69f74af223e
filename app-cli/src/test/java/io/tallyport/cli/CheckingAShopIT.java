package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every check, as the guide tells it, against the sandbox over HTTP and an embedded database. */
class CheckingAShopIT {

    @TempDir
    Path directory;

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(120).withWideLimits());
    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void connect() {
        terminal = new Terminal(directory).with("TILL", sandbox.rseriesToken()).with("SHOP", sandbox.shopifyToken());
        done("connection add till --platform lightspeed-r --account " + sandbox.rseriesAccount() + " --base-url "
                + sandbox.rseriesBaseUrl() + " --environment sandbox --access read --token-env TILL"
                + " --option currency=USD");
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

    private Terminal.Outcome off(String line) {
        Terminal.Outcome outcome = run(line);
        assertThat(outcome.exit()).as(line + "\n" + outcome.both()).isEqualTo(3);
        return outcome;
    }

    @Test
    void aShopIsValidatedAndTheReportSaysTheSameInThreeForms() throws IOException {
        Terminal.Outcome said = off("sync validate main --limit 5 --out report.html");
        assertThat(said.out())
                .contains("Route main, full", "stock of the source", ", all", "QUANTITY", "TITLE", "… and ")
                .contains("No sales are known here")
                .contains("Report: ");
        JsonNode view =
                off("sync:validate main --json --limit 0 --out report.json").json();
        assertThat(view.path("proven").asBoolean()).isTrue();
        assertThat(view.path("shown")).hasSize(view.path("off").asInt());
        off("sync report main --out report.csv");

        JsonNode json =
                new ObjectMapper().readTree(directory.resolve("report.json").toFile());
        List<String> csv = Files.readAllLines(directory.resolve("report.csv"));
        assertThat(json.path("rows")).hasSize(view.path("rows").asInt());
        assertThat(csv).hasSize(view.path("rows").asInt() + 1);
        String page = Files.readString(directory.resolve("report.html"));
        assertThat(page).startsWith("<!DOCTYPE html>").contains("2nd edition").doesNotContain("<script");
    }

    @Test
    void theUsersOwnNamesWork() throws IOException {
        off("sync-validation --generate-report");
        off("sync-validation main --generate-report --format csv");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.matches("sync-validation-\\d{8}-\\d{6}\\.(html|csv)"))
                    .hasSize(2);
        }
        assertThat(off("sync:check-orphans main").out()).contains("MISSING_IN_SHOP", "ONLY_IN_SHOP", "STILL_SOLD");
        assertThat(off("sync:check-pricing main --tolerance 0.01").out()).contains("PRICE", " USD");
        assertThat(done("sync:check-pricing main --tolerance 99%").out()).contains("nothing is off");
    }

    @Test
    void criticalSkusAreGivenListedOrKept() throws IOException {
        String sku = off("sync validate --json --all --limit 0")
                .json()
                .path("shown")
                .findValuesAsText("sku")
                .get(0);
        Files.writeString(directory.resolve("list.txt"), "# top\n" + sku + "\n\nNO-SUCH-SKU\n");
        assertThat(off("sync verify-critical main --file list.txt").out()).contains("NOWHERE", "NO-SUCH-SKU");
        assertThat(off("sync verify-critical main --skus NO-SUCH-SKU --json")
                        .json()
                        .at("/byFlaw/NOWHERE")
                        .asInt())
                .isEqualTo(1);
        assertThat(run("sync verify-critical main").err()).contains("critical-skus");
        assertThat(run("sync verify-critical main").exit()).isEqualTo(1);
        done("config set critical-skus NO-SUCH-SKU");
        off("sync verify-critical main");
        assertThat(off("sync validate main --top list.txt --limit 1 --all").out())
                .contains(sku);
    }

    @Test
    void whatCannotBeDoneIsSaidInWords() throws IOException {
        assertThat(run("sync report main").err()).contains("there is none of route");
        assertThat(run("sync report main --json").json().at("/error/code").asText())
                .isEqualTo("TP100");
        assertThat(run("sync validate nowhere").exit()).isEqualTo(1);
        assertThat(run("sync validate main --top none.txt --json")
                        .json()
                        .at("/error/code")
                        .asText())
                .isEqualTo("TP102");
        assertThat(run("sync validate main --out report.txt").exit()).isEqualTo(2);
        assertThat(run("sync validate main --format html").exit()).isEqualTo(2);
        assertThat(run("sync validate main --out r.html --format xml").exit()).isEqualTo(2);
        assertThat(run("sync check-pricing main --tolerance a").exit()).isEqualTo(2);
        Files.writeString(directory.resolve("there.html"), "mine");
        assertThat(run("sync validate main --out there.html").exit()).isEqualTo(2);
        assertThat(directory.resolve("there.html")).hasContent("mine");
        assertThat(run("sync validate main --out no/such/place.html --json")
                        .json()
                        .at("/error/code")
                        .asText())
                .isEqualTo("TP101");
    }
}
