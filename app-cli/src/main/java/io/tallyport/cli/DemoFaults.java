package io.tallyport.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

/** Asks a sandbox how often it let something go wrong. */
final class DemoFaults {

    private DemoFaults() {}

    /** How many requests went wrong, by kind. */
    static Map<String, Long> met(Sandbox sandbox) {
        Map<String, Long> met = new TreeMap<>();
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.controlUrl() + "/faults"))
                .build();
        try {
            String body = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            for (JsonNode rule : new ObjectMapper().readTree(body).path("rules")) {
                met.merge(rule.path("kind").asText(), rule.path("hit").asLong(), Long::sum);
            }
        } catch (IOException failed) {
            throw new IllegalStateException("the sandbox does not answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return met;
    }
}
