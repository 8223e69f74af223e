package io.tallyport.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What the sandbox counted of one platform's requests. */
record Counters(long requests, long writes, long throttled) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Counters of(Sandbox sandbox, String platform) {
        JsonNode counted = send(HttpRequest.newBuilder(uri(sandbox)).GET()).path(platform);
        return new Counters(
                counted.path("requests").asLong(),
                counted.path("writeRequests").asLong(),
                counted.path("throttled").asLong());
    }

    static void reset(Sandbox sandbox) {
        send(HttpRequest.newBuilder(uri(sandbox)).DELETE());
    }

    private static URI uri(Sandbox sandbox) {
        return URI.create(sandbox.controlUrl() + "/counters");
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
