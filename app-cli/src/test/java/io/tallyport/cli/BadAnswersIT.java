package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.cli.Meddler.Rule;
import io.tallyport.cli.Meddler.Said;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What platforms should never say: each time a clear message, the right exit code, and a database as good as before. */
class BadAnswersIT {

    private static final String STOCK = "/Item";
    private static final String WRITE = "inventorySetQuantities";
    private static final String PLAN = "stock plan main --out FILE";
    private static final String BRANCH_STOCK = "/inventory";
    private static final String BRANCH_PLAN = "stock plan branch --out FILE";
    private static final String APPLY = "stock apply plan.json --confirm";

    @TempDir
    Path directory;

    private final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(50).withWideLimits());
    private final Meddler till = new Meddler(sandbox.rseriesBaseUrl());
    private final Meddler branch = new Meddler(sandbox.xseriesBaseUrl());
    private final Meddler shop = new Meddler(sandbox.shopifyBaseUrl());

    /** An R-Series till, an X-Series till, a Shopify shop. */
    private enum Who {
        TILL,
        BRANCH,
        SHOP
    }

    /** One bad answer: who gives it, to which requests, which, to which command; and what has to come of it. */
    private record Bad(
            String what,
            Who by,
            String toRequestsWith,
            UnaryOperator<Said> answer,
            String command,
            int exit,
            List<String> words) {}

    private static Bad till(String what, String part, UnaryOperator<Said> answer, int exit, String... words) {
        return new Bad(what, Who.TILL, part, answer, PLAN, exit, List.of(words));
    }

    private static Bad branch(String what, String part, UnaryOperator<Said> answer, int exit, String... words) {
        return new Bad(what, Who.BRANCH, part, answer, BRANCH_PLAN, exit, List.of(words));
    }

    private static Bad shop(
            String what, String part, UnaryOperator<Said> answer, String command, int exit, String... words) {
        return new Bad(what, Who.SHOP, part, answer, command, exit, List.of(words));
    }

    private static UnaryOperator<Said> json(int status, String body) {
        return said -> Said.json(status, body);
    }

    private static Said signInPage(Said instead) {
        return new Said(200, "text/html", "<!DOCTYPE html><html><body>Please sign in</body></html>");
    }

    /** Blanks within the answer, which mean nothing. */
    private static UnaryOperator<Said> padded(int megabytes) {
        return said -> new Said(
                said.status(), said.type(), said.body().replaceFirst("\\{", "{" + " ".repeat(megabytes << 20)));
    }

    private static Stream<Bad> table() {
        String ended = "{\"error\":\"access_denied\",\"error_description\":\"The resource owner denied the request.\","
                + "\"hint\":\"Access token %s\"}";
        return Stream.of(
                till("malformed JSON", STOCK, json(200, "{\"@attributes\":{\"count\":\"3\"},\"Item\":[{"), 1, "LS008"),
                till("HTML with 200", STOCK, BadAnswersIT::signInPage, 1, "LS008"),
                till("nothing with 200", STOCK, json(200, ""), 1, "LS008"),
                till("a list in place of an object", STOCK, json(200, "[1,2]"), 1, "LS008"),
                till("10 MB", STOCK, padded(10), 0, "can be in step"),
                till("20 MB", STOCK, padded(20), 1, "LS008", "large"),
                till("no item ids", STOCK, said -> said.replaced("\"itemID\"", "\"itemNo\""), 1, "LS008"),
                till("no figures", STOCK, said -> said.replaced("\"qoh\"", "\"quantity\""), 0, "can be in step"),
                till(
                        "an expired token",
                        "/API/",
                        json(401, ended.formatted("has expired")),
                        1,
                        "LS004",
                        "--token-stdin"),
                till("a revoked token", "/API/", json(401, ended.formatted("has been revoked")), 1, "LS004"),
                till(
                        "too narrow rights",
                        STOCK,
                        json(403, "{\"message\":\"no\"}"),
                        1,
                        "LS005",
                        "employee:inventory_read"),
                till("no shops", "/Shop.json", json(200, "{\"@attributes\":{\"count\":\"0\"}}"), 1, "location"),
                branch("malformed JSON", BRANCH_STOCK, json(200, "{\"data\":["), 1, "LS106"),
                branch("HTML with 200", BRANCH_STOCK, BadAnswersIT::signInPage, 1, "LS106"),
                branch("20 MB", BRANCH_STOCK, padded(20), 1, "LS106", "large"),
                branch("another contract", BRANCH_STOCK, json(200, "[]"), 1, "LS112", "api-version"),
                branch(
                        "no figures",
                        BRANCH_STOCK,
                        said -> said.replaced("\"inventory_level\"", "\"level\""),
                        1,
                        "LS112"),
                branch("an expired token", "/api/", json(401, "{\"error\":\"Access token is not valid\"}"), 1, "LS102"),
                branch("too narrow rights", BRANCH_STOCK, json(403, "{\"error\":\"permission denied\"}"), 1, "LS103"),
                branch("a withdrawn version", "/products", json(410, "{}"), 1, "LS111", "api-version"),
                branch("no outlets", "/outlets", said -> said.replaced("\"id\"", "\"no\""), 1, "LS106"),
                shop("malformed JSON", "inventoryLevel", json(200, "{\"data\":{"), PLAN, 1, "SH009"),
                shop("HTML with 200", "graphql", BadAnswersIT::signInPage, PLAN, 1, "SH009", "proxy"),
                shop("no data", "graphql", json(200, "{}"), PLAN, 1, "SH009"),
                shop(
                        "an unknown token",
                        "graphql",
                        json(401, "{\"errors\":\"[API] Invalid API key\"}"),
                        PLAN,
                        1,
                        "SH004"),
                shop("an error of an unknown kind", "graphql", json(200, errors("BRAND_NEW")), PLAN, 1, "SH"),
                shop(
                        "rights to read only",
                        "cope",
                        said -> said.replaced("write_inventory", "read_orders"),
                        "connection test web",
                        1,
                        "write_inventory"),
                shop("a refused right to write", WRITE, json(200, errors("ACCESS_DENIED")), APPLY, 1, "SH005"),
                shop("a refusal of an unknown kind", WRITE, json(200, refusal("BRAND_NEW_RULE")), APPLY, 3, "PARTIAL"),
                shop("malformed JSON after a write", WRITE, json(200, "{\"data\":"), APPLY, 3, "PARTIAL"));
    }

    private static String errors(String code) {
        return "{\"errors\":[{\"message\":\"Required access: `write_inventory` access"
                + " scope.\",\"extensions\":{\"code\":\""
                + code + "\"}}]}";
    }

    private static String refusal(String code) {
        return "{\"data\":{\"inventorySetQuantities\":{\"inventoryAdjustmentGroup\":null,\"userErrors\":[{\"field\":"
                + "[\"input\"],\"message\":\"a rule of tomorrow\",\"code\":\"" + code + "\"}]}}}";
    }

    @AfterEach
    void stop() {
        till.close();
        branch.close();
        shop.close();
        sandbox.close();
    }

    @TestFactory
    Stream<DynamicTest> whateverAPlatformSaysTheMessageIsClearAndTheDatabaseUsable() {
        Installation shared = Installation.connected(directory.resolve("shared"), sandbox, till.url(), shop.url());
        shared.terminal().with("BRANCH", sandbox.xseriesToken());
        shared.done("connection add branch --platform lightspeed-x --account " + sandbox.xseriesDomainPrefix()
                + " --base-url " + branch.url() + " --environment sandbox --access read --token-env BRANCH");
        shared.done("route add branch --from branch/" + sandbox.xseriesOutlet()
                + " --to web/71000000002 --web-orders at-pos-at-once");
        return table().map(bad ->
                DynamicTest.dynamicTest(bad.by() + ": " + bad.what(), () -> isToldAndLeavesNothing(bad, shared)));
    }

    private void isToldAndLeavesNothing(Bad bad, Installation shared) {
        if (bad.command().equals(APPLY)) {
            isToldWhileWriting(bad);
        } else {
            isTold(bad, shared, by(bad));
            shared.done(bad.by() == Who.BRANCH ? "stock plan branch" : "stock plan main");
        }
    }

    private Meddler by(Bad bad) {
        return switch (bad.by()) {
            case TILL -> till;
            case BRANCH -> branch;
            case SHOP -> shop;
        };
    }

    /** A shop of its own, which is brought in step afterwards. */
    private void isToldWhileWriting(Bad bad) {
        try (Sandbox own = Sandbox.start(SandboxSettings.defaults().withSkus(50).withWideLimits());
                Meddler meddler = new Meddler(own.shopifyBaseUrl())) {
            Installation installation =
                    Installation.connected(directory.resolve(bad.what()), own, own.rseriesBaseUrl(), meddler.url());
            isTold(bad, installation, meddler);
            installation.isWell();
            installation.terminal().keepEvidence();
        }
    }

    private static void isTold(Bad bad, Installation installation, Meddler meddler) {
        meddler.meddle(new Rule(bad.toRequestsWith(), bad.answer()));
        Terminal.Outcome outcome =
                installation.run(bad.command().replace("FILE", bad.what().replace(' ', '-') + bad.by()));
        meddler.meddle(Rule.NONE);
        assertThat(outcome.exit()).as(outcome.both()).isEqualTo(bad.exit());
        assertThat(outcome.both()).contains(bad.words()).doesNotContain("Exception");
    }
}
