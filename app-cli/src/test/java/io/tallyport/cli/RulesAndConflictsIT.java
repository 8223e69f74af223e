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

/** Rules, safety stock, conflicts, explanations and pruning by the command line, against the sandbox over HTTP. */
class RulesAndConflictsIT {

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

    /** SKUs of one plain word that till and shop have alike, with more than a few units. */
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
        return level(sku, "/shopify/available");
    }

    private int onHand(String sku) throws Exception {
        return level(sku, "/rseries/qoh");
    }

    private int level(String sku, String path) throws Exception {
        return control("state?sku=" + sku, "").at("/levels/" + sku + path).asInt(-1);
    }

    private void receive(String sku, int units) throws Exception {
        control("pos-stock", "{\"sku\":\"" + sku + "\",\"quantity\":" + (onHand(sku) + units) + "}");
    }

    private void sell(String sku, int units) throws Exception {
        control("sales", "{\"sku\":\"" + sku + "\",\"quantity\":" + units + "}");
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

    @Test
    void safetyStockIsSetSeenWrittenAndRemoved() throws Exception {
        String sku = inStock(1).get(0);
        int there = onHand(sku);
        here.done("route set main --threshold 1000");
        assertThat(here.done("buffer list").out()).contains("There is no safety stock");

        JsonNode rule = here.done("buffer set --fixed 2 --sku " + sku + " --route main --json")
                .json();
        long id = rule.path("id").asLong();
        assertThat(rule.path("about").asText()).isEqualTo("SKU " + sku + ", route main");
        assertThat(here.done("stock plan main --out buffered.json").out()).contains("rule " + id);
        assertThat(here.done("stock show buffered.json").out()).contains("rule " + id + ": buffer 2");
        assertThat(here.done("stock sync main --confirm").out()).contains("COMPLETED");
        assertThat(available(sku)).isEqualTo(there - 2);

        sell(sku, 1);
        assertThat(here.done("stock sync main --confirm").out()).contains("COMPLETED");
        assertThat(available(sku)).isEqualTo(there - 3);
        assertThat(here.done("stock explain " + sku).out())
                .contains("rule " + id)
                .contains("buffer 2 for SKU " + sku)
                .contains("both sides are in step")
                .contains("by tester");

        here.done("buffer set --max-listed 3 --sku " + sku);
        here.done("buffer set --max-listed 4 --sku " + sku);
        assertThat(here.done("buffer list --json").json()).hasSize(2);
        here.done("stock sync main --confirm");
        assertThat(available(sku)).isEqualTo(Math.min(4, there - 3));

        for (JsonNode one : here.done("buffer list --json").json()) {
            here.done("buffer remove " + one.path("id").asLong());
        }
        here.done("stock sync main --confirm");
        assertThat(available(sku)).isEqualTo(there - 1);
    }

    @Test
    void rulesAreAddedListedRefusedAndRemoved() throws Exception {
        String sku = inStock(1).get(0);
        assertThat(here.done("rules list").out()).contains("There is no rule");
        here.done("rules add --field quantity --truth target --sku " + sku);
        here.done("rules add --rounding nearest --route main");
        here.done("rules add --negatives leave --location web/71000000001");
        assertThat(here.done("rules add --field price --truth source").out()).contains("No sync reads this yet");
        assertThat(here.done("rules list").out()).contains("not yet").contains("SKU " + sku);
        assertThat(here.done("rules list --json").json()).hasSize(4);

        Terminal.Outcome contradiction = here.run("rules add --field quantity --truth source --sku " + sku);
        assertThat(contradiction.exit()).isEqualTo(1);
        assertThat(contradiction.err()).contains("TP110").contains("rules remove");
        Terminal.Outcome unknown = here.run("rules remove 999");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err()).contains("TP111");
        for (String misuse : List.of(
                "rules add",
                "rules add --rounding sideways",
                "rules add --field colour --truth source",
                "rules add --field quantity",
                "rules add --rounding up --negatives leave",
                "rules add --rounding up --sku A --sku-prefix B",
                "buffer set",
                "buffer set --percent 101",
                "buffer remove "
                        + here.done("rules list --json")
                                .json()
                                .get(0)
                                .path("id")
                                .asLong())) {
            assertThat(here.run(misuse).exit()).as(misuse).isEqualTo(2);
        }

        sell(sku, 1);
        int before = available(sku);
        here.done("stock sync main --confirm");
        assertThat(available(sku)).isEqualTo(before);
        assertThat(here.done("stock explain " + sku + " --fresh").out()).contains("LEFT_BY_RULE");
        for (JsonNode rule : here.done("rules list --json").json()) {
            here.done("rules remove " + rule.path("id").asLong());
        }
        here.done("stock sync main --confirm");
        assertThat(available(sku)).isEqualTo(before - 1);
    }

    @Test
    void aConflictIsShownAnsweredAndRemembered() throws Exception {
        List<String> skus = inStock(2);
        String first = skus.get(0);
        int there = available(first);
        receive(first, 40);
        receive(skus.get(1), 50);
        assertThat(here.run("stock sync main --dry-run").exit()).isEqualTo(3);
        assertThat(here.run("stock sync main --confirm").exit()).isEqualTo(3);

        Terminal.Outcome list = here.run("conflict list");
        assertThat(list.exit()).isEqualTo(3);
        assertThat(list.out()).contains(first).contains("over-threshold").contains("source");
        JsonNode conflicts =
                here.run("conflict list --filter sku=" + first + " --json").json();
        assertThat(conflicts).hasSize(1);
        long id = conflicts.get(0).path("id").asLong();
        assertThat(conflicts.get(0).path("acknowledged").asInt()).isEqualTo(there);
        assertThat(here.done("status").out()).contains("2 wait for a person");
        assertThat(here.done("conflict show " + id).out())
                .contains("Proposed: source")
                .contains("source +40")
                .contains("target 0");
        assertThat(here.done("conflict show " + id + " --json")
                        .json()
                        .at("/now/next")
                        .asText())
                .contains("a person decides");

        assertThat(here.run("conflict resolve " + id + " source").exit()).isEqualTo(2);
        assertThat(available(first)).isEqualTo(there);
        assertThat(here.done("conflict resolve " + id + " source --confirm").out())
                .contains("COMPLETED");
        assertThat(available(first)).isEqualTo(there + 40);

        JsonNode rest = here.done("conflict resolve ignore --filter route=main --remember --confirm --json")
                .json();
        assertThat(rest.path("settled")).hasSize(1);
        assertThat(here.done("conflict list").out()).contains("No conflict waits");
        assertThat(here.done("stock sync main --confirm").out()).contains("Nothing would change");
        JsonNode remembered = here.done("rules list --json").json();
        assertThat(remembered).hasSize(1);
        assertThat(remembered.get(0).path("note").asText()).startsWith("answer to conflict");
        here.done("rules remove " + remembered.get(0).path("id").asLong());
        assertThat(here.run("stock sync main --confirm").exit()).isEqualTo(3);
        assertThat(here.run("conflict list --json").json()).hasSize(1);
    }

    @Test
    void aFigureOfOnesOwnStaysAndATargetIsLeft() throws Exception {
        List<String> skus = inStock(2);
        receive(skus.get(0), 40);
        receive(skus.get(1), 40);
        here.run("stock sync main --confirm");
        long first = idOf(skus.get(0));
        here.done("conflict resolve " + first + " value 9 --confirm");
        assertThat(available(skus.get(0))).isEqualTo(9);
        int left = available(skus.get(1));
        here.done("conflict resolve " + idOf(skus.get(1)) + " target --confirm");

        assertThat(here.done("stock sync main --confirm").out()).contains("Nothing would change");
        assertThat(available(skus.get(0))).isEqualTo(9);
        assertThat(available(skus.get(1))).isEqualTo(left);
        assertThat(here.done("conflict list --all").out()).contains("kept");

        sell(skus.get(1), 1);
        assertThat(here.run("stock sync main --confirm").exit()).isEqualTo(3);
        assertThat(idOf(skus.get(1))).isPositive();

        for (String misuse : List.of(
                "conflict resolve " + first,
                "conflict resolve " + first + " value",
                "conflict resolve " + first + " value x --confirm",
                "conflict resolve " + first + " value -1 --confirm",
                "conflict resolve source --confirm",
                "conflict resolve " + first + " both --confirm",
                "conflict resolve " + first + " value 3 --remember --confirm",
                "conflict list --filter colour=red")) {
            assertThat(here.run(misuse).exit()).as(misuse).isEqualTo(2);
        }
        Terminal.Outcome unknown = here.run("conflict resolve 999 source --confirm");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err()).contains("TP113");
    }

    private long idOf(String sku) {
        JsonNode conflicts =
                here.run("conflict list --filter sku=" + sku + " --json").json();
        assertThat(conflicts).hasSize(1);
        return conflicts.get(0).path("id").asLong();
    }

    @Test
    void aNumberIsExplained() throws Exception {
        String sku = inStock(1).get(0);
        Terminal.Outcome known = here.done("stock explain " + sku);
        assertThat(known.out()).contains("source").contains("agreed on").contains("the route's policy, no rule");
        sell(sku, 1);
        JsonNode fresh = here.done("stock explain " + sku + " --route main --fresh --json")
                .json();
        assertThat(fresh).hasSize(1);
        assertThat(fresh.get(0).at("/source/fresh").asBoolean()).isTrue();
        assertThat(fresh.get(0).path("next").asText()).contains("the next sync sets it");
        Terminal.Outcome unknown = here.run("stock explain NO-SUCH-SKU");
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err()).contains("TP116");
    }

    @Test
    void historyIsCountedAndPruned() {
        JsonNode counted = here.done("history prune --dry-run --json").json();
        assertThat(counted.path("dryRun").asBoolean()).isTrue();
        assertThat(counted.path("pruned"))
                .allSatisfy(one -> assertThat(one.path("rows").asLong()).isZero());
        assertThat(here.run("history prune").exit()).isEqualTo(2);

        JsonNode pruned =
                here.done("history prune --older-than 0s --confirm --json").json();
        assertThat(rows(pruned, "remote calls")).isPositive();
        assertThat(rows(pruned, "rows of the sync log")).isPositive();
        assertThat(rows(pruned, "pre-images")).isZero();
        assertThat(rows(pruned, "run reports")).isZero();
        assertThat(here.done("runs list --json").json()).isNotEmpty();
        assertThat(here.done("history prune --older-than 0s --confirm").out()).contains("Removed");
        assertThat(here.run("history prune --older-than -PT5S --dry-run").exit())
                .isNotZero();
    }

    private static long rows(JsonNode pruned, String what) {
        for (JsonNode one : pruned.path("pruned")) {
            if (one.path("what").asText().equals(what)) {
                return one.path("rows").asLong();
            }
        }
        throw new AssertionError(what + " is not in " + pruned);
    }
}
