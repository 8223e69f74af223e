package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A merge by hand, as the page on policies tells it. */
class MergeByHandIT {

    private static final String TO = " --to web/71000000002 --policy merge-deltas";

    @TempDir
    Path directory;

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(80).withWideLimits());
    private final HttpClient http = HttpClient.newHttpClient();
    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void connect() {
        terminal = new Terminal(directory).with("TILL", sandbox.xseriesToken()).with("SHOP", sandbox.shopifyToken());
        done("connection add till --platform lightspeed-x --account " + sandbox.xseriesDomainPrefix() + " --base-url "
                + sandbox.xseriesBaseUrl() + " --environment sandbox --access read-write --token-env TILL"
                + " --option adjust-reason-in=" + sandbox.xseriesReasonIn() + " --option adjust-reason-out="
                + sandbox.xseriesReasonOut());
        done("connection add web --platform shopify --account sandbox.myshopify.com --base-url "
                + sandbox.shopifyBaseUrl() + " --environment sandbox --access read-write --token-env SHOP");
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

    private String from() {
        return " --from till/" + sandbox.xseriesOutlet();
    }

    @Test
    void bothSidesSellAndBothFiguresFollow() throws Exception {
        assertThat(done("route add both" + from() + TO).out())
                .contains("merge-deltas, web orders never-at-pos")
                .contains("stock baseline both");
        assertThat(done("stock plan both --out none.json").out()).contains("NO_BASELINE");

        assertThat(done("stock baseline both --accept-both --out baseline.json").out())
                .contains("The whole plan is held")
                .contains("a baseline decides");
        assertThat(run("stock apply baseline.json --confirm").exit()).isEqualTo(3);
        done("stock approve baseline.json --reason counted");
        assertThat(done("stock apply baseline.json --confirm").out()).contains("COMPLETED");

        JsonNode item = inStock();
        String sku = item.path("sku").asText();
        control("outlet-sales", "{\"sku\":\"" + sku + "\",\"quantity\":1}");
        control("orders", "{\"sku\":\"" + sku + "\",\"quantity\":2,\"location\":\"71000000002\"}");
        assertThat(done("stock plan both --out plan.json").out()).contains("DELTA");
        assertThat(done("stock show plan.json").out()).contains("TO SOURCE").contains("-2");
        JsonNode row = done("stock show plan.json --json").json().at("/rows/0/merge");
        assertThat(row.path("deltaSource").asText()).isEqualTo("-1");
        assertThat(row.path("toSource").asText()).isEqualTo("-2");

        assertThat(done("stock sync both --confirm").out()).contains("COMPLETED");
        JsonNode after = state(sku);
        assertThat(after.at("/xseries/level").asDouble())
                .isEqualTo(item.at("/xseries/level").asDouble() - 3);
        assertThat(after.at("/shopify/available").asInt())
                .isEqualTo(item.at("/shopify/available").asInt() - 3);
        assertThat(done("stock sync both --confirm").out()).contains("Nothing would change.");
        assertThat(done("stock unsettled both").out()).contains("The outcome of every write is known.");
        assertThat(done("stock unsettled both --json").json()).isEmpty();

        assertThat(done("stock explain " + sku).out())
                .contains("owed to the source 0, to the target 0")
                .contains("both sides are in step");
        control("outlet-sales", "{\"sku\":\"" + sku + "\",\"quantity\":1}");
        assertThat(done("stock explain " + sku + " --route both --fresh").out())
                .contains("the next sync carries -1 to the target");
    }

    @Test
    void whatAMergeCannotDoIsRefusedInWords() {
        Terminal.Outcome entered = run("route add both" + from() + TO + " --web-orders at-pos-at-once");
        assertThat(entered.exit()).isNotZero();
        assertThat(entered.err()).contains("count twice");
        done("connection add bare --platform lightspeed-x --account " + sandbox.xseriesDomainPrefix() + " --base-url "
                + sandbox.xseriesBaseUrl() + " --environment sandbox --access read-write --token-env TILL");
        Terminal.Outcome bare = run("route add both --from bare/" + sandbox.xseriesOutlet() + TO);
        assertThat(bare.exit()).isNotZero();
        assertThat(bare.err()).contains("adjust-reason-in");
        Terminal.Outcome noTarget = run("route add both --from web/71000000001 --to till/" + sandbox.xseriesOutlet()
                + " --policy merge-deltas");
        assertThat(noTarget.err()).contains("TP090");

        done("route add both" + from() + TO);
        assertThat(run("stock settle both no-such --done --reason looked").err())
                .contains("TP092");
        done("route add main --from till/" + sandbox.xseriesOutlet()
                + " --to web/71000000001 --web-orders at-pos-at-once");
        assertThat(run("stock baseline main --accept-both").err()).contains("TP091");
        assertThat(run("stock baseline both").exit()).isEqualTo(2);
        assertThat(run("stock settle both no-such --reason looked").exit()).isEqualTo(2);
    }

    /** An item that both sides have in stock, as it is on both. */
    private JsonNode inStock() throws Exception {
        for (JsonNode level : control("levels", "").path("xseries")) {
            String sku = level.path("sku").asText();
            if (sku.matches("[A-Z0-9-]+") && level.path("level").asDouble() > 3) {
                JsonNode both = state(sku);
                if (both.at("/shopify/available").asInt() > 3) {
                    ((ObjectNode) both).put("sku", sku);
                    return both;
                }
            }
        }
        throw new AssertionError("nothing is in stock");
    }

    private JsonNode state(String sku) throws Exception {
        return control("state?location=71000000002&sku=" + sku, "")
                .path("levels")
                .path(sku);
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
