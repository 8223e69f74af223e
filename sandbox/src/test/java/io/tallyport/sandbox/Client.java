package io.tallyport.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Speaks to a running sandbox as a stranger would. */
final class Client {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Sandbox sandbox;

    Client(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An answer of R-Series, whatever its status. */
    HttpResponse<String> rseries(String method, String pathAndQuery, String body) {
        return send(HttpRequest.newBuilder(URI.create(
                        sandbox.rseriesBaseUrl() + "/API/V3/Account/" + sandbox.rseriesAccount() + "/" + pathAndQuery))
                .header("Authorization", "Bearer " + sandbox.rseriesToken())
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    /** An answer of X-Series 2.0, whatever its status. */
    HttpResponse<String> xseries(String method, String pathAndQuery, String body) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.xseriesBaseUrl() + "/api/2.0/" + pathAndQuery))
                .header("Authorization", "Bearer " + sandbox.xseriesToken())
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    /** A good answer's JSON; the clock moves on first, so that no limit is met. */
    JsonNode get(String pathAndQuery) {
        sandbox.clock().advance(Duration.ofSeconds(15));
        return good(rseries("GET", pathAndQuery, ""));
    }

    JsonNode put(String path, String body) {
        sandbox.clock().advance(Duration.ofSeconds(15));
        return good(rseries("PUT", path, body));
    }

    /** The rows of every page from here to the end, one list per page. */
    List<List<JsonNode>> pages(String entity, String query) {
        List<List<JsonNode>> pages = new ArrayList<>();
        JsonNode page = get(entity + ".json" + query);
        pages.add(rows(page, entity));
        while (!page.path("@attributes").path("next").asText().isEmpty()) {
            page = follow(page, "next");
            pages.add(rows(page, entity));
        }
        return pages;
    }

    JsonNode follow(JsonNode page, String direction) {
        sandbox.clock().advance(Duration.ofSeconds(15));
        return good(send(HttpRequest.newBuilder(
                        URI.create(page.path("@attributes").path(direction).asText()))
                .header("Authorization", "Bearer " + sandbox.rseriesToken())
                .build()));
    }

    static List<JsonNode> rows(JsonNode page, String entity) {
        JsonNode rows = page.path(entity);
        List<JsonNode> list = new ArrayList<>();
        if (rows.isArray()) {
            rows.forEach(list::add);
        } else if (rows.isObject()) {
            list.add(rows);
        }
        return list;
    }

    /** An answer of Shopify to a GraphQL document without variables. */
    HttpResponse<String> shopify(String document) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.shopifyBaseUrl() + "/admin/api/2026-07/graphql.json"))
                .header("X-Shopify-Access-Token", sandbox.shopifyToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(Json.object().put("query", document))))
                .build());
    }

    HttpResponse<String> control(String method, String name, String body) {
        return send(HttpRequest.newBuilder(URI.create(sandbox.controlUrl() + "/" + name))
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    JsonNode controlled(String method, String name, String body) {
        return good(control(method, name, body));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode good(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return Json.read(response.body());
    }
}
