package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes by the categories that the till tells over HTTP: rules, and a push. */
class CategoriesIT {

    /** One that the sandbox's catalogue does not have: only what is put into it is in it. */
    private static final String CATEGORY = "Sale/Summer";

    @TempDir
    Path directory;

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(60).withWideLimits());
    private final HttpClient http = HttpClient.newHttpClient();
    private Installation here = new Installation(new Terminal(Path.of("")));

    @BeforeEach
    void connectAndAgree() {
        here = Installation.connected(directory, sandbox, sandbox.rseriesBaseUrl(), sandbox.shopifyBaseUrl());
        here.done("stock apply plan.json --confirm");
        here.done("stock sync main --confirm");
    }

    @AfterEach
    void stop() {
        here.terminal().keepEvidence();
        sandbox.close();
    }

    @Test
    void aRuleIsAboutACategoryWithThoseBelowItAndNoOther() throws Exception {
        List<String> skus = inStock(2);
        int inside = available(skus.get(0));
        int outside = available(skus.get(1));
        categorize(skus.get(0));

        here.done("buffer set --fixed 2 --category Sale");
        assertThat(here.done("stock plan main --out buffered.json").out()).contains("1 would change");
        here.done("stock sync main --confirm");

        assertThat(available(skus.get(0))).isEqualTo(inside - 2);
        assertThat(available(skus.get(1))).isEqualTo(outside);
        assertThat(here.done("stock explain " + skus.get(0)).out())
                .contains(CATEGORY)
                .contains("buffer 2 for category Sale");
    }

    @Test
    void aCategoryIsPushedAndWhatElseMovedIsNot() throws Exception {
        List<String> skus = inStock(2);
        int inside = available(skus.get(0));
        int outside = available(skus.get(1));
        categorize(skus.get(0));
        sell(skus.get(0));
        sell(skus.get(1));

        assertThat(here.done("stock push main --category Sale --dry-run").out()).contains("1 would change");
        assertThat(available(skus.get(0))).isEqualTo(inside);
        assertThat(here.done("manual-sync main --category " + CATEGORY + " --confirm")
                        .out())
                .contains("COMPLETED");

        assertThat(available(skus.get(0))).isEqualTo(inside - 1);
        assertThat(available(skus.get(1))).isEqualTo(outside);
        here.done("stock sync main --confirm");
        assertThat(available(skus.get(1))).isEqualTo(outside - 1);
    }

    private List<String> inStock(int count) throws Exception {
        List<String> found = new ArrayList<>();
        for (JsonNode level : control("levels", "").path("rseries")) {
            String sku = level.path("sku").asText();
            double qoh = level.path("qoh").asDouble();
            if (sku.matches("[A-Z0-9-]+") && qoh == Math.floor(qoh) && qoh > 5 && available(sku) == (int) qoh) {
                found.add(sku);
            }
            if (found.size() == count) {
                return found;
            }
        }
        throw new AssertionError("too few are in stock: " + found);
    }

    private int available(String sku) throws Exception {
        return control("state?sku=" + sku, "")
                .at("/levels/" + sku + "/shopify/available")
                .asInt(-1);
    }

    private void categorize(String sku) throws Exception {
        control("products", "{\"platform\":\"rseries\",\"sku\":\"" + sku + "\",\"category\":\"" + CATEGORY + "\"}");
    }

    private void sell(String sku) throws Exception {
        control("sales", "{\"sku\":\"" + sku + "\",\"quantity\":1}");
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
