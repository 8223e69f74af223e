package io.tallyport.sandbox.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import io.tallyport.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A client of a running sandbox's authorization servers, with no secret but those it is told. */
final class Authorization implements AutoCloseable {

    static final String REDIRECT = "http://127.0.0.1:9/callback";
    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    final Sandbox sandbox =
            Sandbox.start(SandboxSettings.defaults().withSkus(5).withBaseClock(Clock.fixed(START, ZoneOffset.UTC)));
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    void wait(Duration time) {
        sandbox.clock().advance(time);
    }

    /** Names and values in turn. */
    static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    /** The client's credentials with more fields beside. */
    Map<String, String> credentials(String... namesAndValues) {
        Map<String, String> fields = fields("client_id", sandbox.clientId(), "client_secret", sandbox.clientSecret());
        fields.putAll(fields(namesAndValues));
        return fields;
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    HttpResponse<String> get(String path, Map<String, String> query) {
        return send(HttpRequest.newBuilder(uri(path + "?" + form(query))).build());
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, "application/x-www-form-urlencoded", form(fields));
    }

    /** What the browser is sent back with. */
    Map<String, String> callback(String path, Map<String, String> query) {
        String location = get(path, query).headers().firstValue("Location").orElseThrow(AssertionError::new);
        if (!location.startsWith(REDIRECT + "?")) {
            throw new AssertionError(location);
        }
        return Arrays.stream(location.substring(REDIRECT.length() + 1).split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** The code that the browser is sent back with. */
    String code(String path, Map<String, String> query) {
        return Objects.requireNonNull(callback(path, query).get("code"));
    }

    HttpResponse<String> rseries(String token) {
        return send(HttpRequest.newBuilder(uri("/API/V3/Account.json"))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    HttpResponse<String> xseries(String token) {
        return send(HttpRequest.newBuilder(uri("/api/2.0/retailer"))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    HttpResponse<String> shopify(String token) {
        return send(HttpRequest.newBuilder(uri("/admin/api/2026-07/graphql.json"))
                .header("X-Shopify-Access-Token", token)
                .POST(BodyPublishers.ofString("{\"query\":\"{ shop { name } }\"}"))
                .build());
    }

    JsonNode control(String method, String name, String body) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(sandbox.controlUrl() + "/" + name))
                .method(method, BodyPublishers.ofString(body))
                .build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return Json.read(answer.body());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.read(answer.body());
    }

    private URI uri(String pathAndQuery) {
        return URI.create(sandbox.rseriesBaseUrl() + pathAndQuery);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
