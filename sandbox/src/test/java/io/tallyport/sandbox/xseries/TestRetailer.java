package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.SandboxClock;
import io.tallyport.sandbox.catalogue.CatalogueGenerator;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import io.tallyport.sandbox.oauth.AccessTokens;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A retailer of made-up products and the words to talk to it. */
final class TestRetailer {

    static final String TOKEN = "lsxs_made_up";
    static final long SEED = 3;

    final SandboxClock clock = new SandboxClock(Clock.fixed(Instant.parse("2026-11-21T10:01:00Z"), ZoneOffset.UTC));
    final XSeriesStandIn standIn;

    TestRetailer(int products) {
        this(products, 1);
    }

    TestRetailer(int products, int registers) {
        this.standIn = new XSeriesStandIn(
                CatalogueGenerator.generate(SEED, products),
                SEED,
                clock,
                registers,
                "fernflint",
                AccessTokens.only(TOKEN));
    }

    static SandboxRequest request(String method, String pathAndQuery, String body) {
        int mark = pathAndQuery.indexOf('?');
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (mark >= 0) {
            for (String pair : pathAndQuery.substring(mark + 1).split("&", -1)) {
                String[] halves = pair.split("=", 2);
                query.computeIfAbsent(halves[0], name -> new ArrayList<>())
                        .add(URLDecoder.decode(halves[1], StandardCharsets.UTF_8));
            }
        }
        String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        return new SandboxRequest(method, path, query, Map.of("authorization", "Bearer " + TOKEN), body);
    }

    SandboxResponse call(String method, String pathAndQuery, String body) {
        return standIn.handle(request(method, pathAndQuery, body));
    }

    /** A good answer's JSON; the clock moves on first, so that no limit is met. */
    JsonNode get(String pathAndQuery) {
        return good("GET", pathAndQuery, "");
    }

    JsonNode post(String path, String body) {
        return good("POST", path, body);
    }

    private JsonNode good(String method, String pathAndQuery, String body) {
        clock.advance(Duration.ofSeconds(2));
        SandboxResponse answer = call(method, pathAndQuery, body);
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return Json.read(answer.body());
    }

    /** The pages of an enveloped list from its beginning to the empty one, which is not among them. */
    List<JsonNode> pages(String path, String parameters) {
        List<JsonNode> pages = new ArrayList<>();
        JsonNode page = get(path + "?after=0" + parameters);
        while (!page.path("data").isEmpty()) {
            pages.add(page);
            page = get(path + "?after=" + page.at("/version/max").asLong() + parameters);
        }
        return pages;
    }

    static List<JsonNode> rows(List<JsonNode> pages) {
        List<JsonNode> rows = new ArrayList<>();
        pages.forEach(page -> page.path("data").forEach(rows::add));
        return rows;
    }
}
