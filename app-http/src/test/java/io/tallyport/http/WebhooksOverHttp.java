package io.tallyport.http;

import static io.tallyport.http.Served.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.access.Role;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.webhook.SendTestWebhook;
import io.tallyport.core.webhook.WebhookFilter;
import io.tallyport.core.webhook.WebhookState;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks that come in over real HTTP, and are kept by a real database. */
abstract class WebhooksOverHttp {

    private static final String FORGER = "guessed-by-a-forger";

    @TempDir
    Path directory;

    /** Where the database is, as a process is told it. */
    abstract Map<String, String> database();

    private Served served(Map<String, String> settings, boolean withWorker) {
        Map<String, String> all = new HashMap<>(database());
        all.putAll(settings);
        return new Served(directory, all, withWorker);
    }

    private Served served() {
        return served(Map.of(), false);
    }

    private static long stored(Served served) {
        return served.tallyport.webhooks().archive().counts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Test
    void aSignedHookIsStoredByteForByteAndAReplayedOneIsNotStoredAgain() {
        try (Served served = served()) {
            String body = "payload=%7B%22name%22%3A%22%C3%A4%22%7D&environment=prod";
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> answer = served.send(served.signed(body, Served.SIGNING));
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
            }
            String operator = served.token(Role.OPERATOR);
            JsonNode listed =
                    Served.json(served.get("/api/v1/webhooks", operator)).path("items");
            assertThat(listed).hasSize(1);
            assertThat(listed.get(0).path("topic").asText()).isEqualTo("consignment.receive");
            assertThat(listed.get(0).path("trust").asText()).isEqualTo("signed");
            String id = listed.get(0).path("id").asText();
            assertThat(served.get("/api/v1/webhooks/" + id + "/body", operator).body())
                    .isEqualTo(body);
            assertThat(Served.json(served.get("/api/v1/queue/jobs?type=webhook-drain", operator))
                            .path("items"))
                    .hasSize(1);
        }
    }

    @Test
    void forgedUnsignedAndMisaddressedHooksAreRefusedAndLeaveNothing() {
        try (Served served = served()) {
            String body = Served.body();
            assertProblem(served.send(served.signed(body, FORGER)), 401, "TP150");
            assertProblem(served.send(served.hook(body)), 401, "TP150");
            assertProblem(served.send(served.hook(body).header("X-Signature", "garbage\t=,=,algorithm")), 401, "TP150");
            for (String path :
                    List.of("/webhooks/lightspeed-x/nobody", "/webhooks/shopify/till", "/webhooks/x/%2e%0a")) {
                HttpRequest.Builder request = Served.hook(served.at(path), body)
                        .header("X-Signature", Served.signature(body, Served.SIGNING));
                assertThat(served.send(request).statusCode()).as(path).isIn(400, 401);
            }
            assertThat(stored(served)).isZero();
        }
    }

    @Test
    void anUnsignedHookNeedsTheSecretOfItsPath() {
        try (Served served = served()) {
            String body = Served.body();
            String path = "/webhooks/lightspeed-x/till/";
            assertProblem(served.send(Served.hook(served.at(path + "wrong-secret"), body)), 401, "TP150");
            assertThat(served.send(Served.hook(served.at(path + Served.PATH), body))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(stored(served)).isOne();
        }
    }

    @Test
    void whatIsTooLargeIsRefusedWhateverLengthItAnnounces() {
        try (Served served = served(Map.of("TALLYPORT_WEBHOOK_MAX_KILOBYTES", "1"), false)) {
            String large = "payload=" + "x".repeat(5000);
            assertProblem(served.send(served.signed(large, Served.SIGNING)), 413, "TP152");
            HttpRequest.Builder chunked = served.signed(large, Served.SIGNING)
                    .POST(HttpRequest.BodyPublishers.ofInputStream(
                            () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))));
            assertProblem(served.send(chunked), 413, "TP152");
            assertThat(stored(served)).isZero();
            assertThat(served.send(served.signed("payload=1", Served.SIGNING)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whatNoPlatformSendsIsMalformed() {
        try (Served served = served()) {
            String empty = "";
            assertProblem(served.send(served.signed(empty, Served.SIGNING)), 400, "TP153");
            String body = Served.body();
            HttpRequest.Builder badTopic = Served.hook(
                            served.at("/webhooks/lightspeed-x/till?topic=" + "t".repeat(101)), body)
                    .header("X-Signature", Served.signature(body, Served.SIGNING));
            assertProblem(served.send(badTopic), 400, "TP153");
            assertThat(stored(served)).isZero();
        }
    }

    @Test
    void onlyWhatIsNotSignedRightlyIsLimited() {
        try (Served served = served(Map.of("TALLYPORT_WEBHOOK_REFUSALS", "3"), false)) {
            for (int i = 0; i < 3; i++) {
                assertProblem(served.send(served.signed(Served.body(), FORGER)), 401, "TP150");
            }
            HttpResponse<String> limited = served.send(served.signed(Served.body(), FORGER));
            assertProblem(limited, 429, "TP151");
            assertThat(limited.headers().firstValue("Retry-After")).isPresent();
            for (int i = 0; i < 20; i++) {
                assertThat(served.send(served.signed(Served.body(), Served.SIGNING))
                                .statusCode())
                        .isEqualTo(200);
            }
            HttpResponse<String> unsigned =
                    served.send(Served.hook(served.at("/webhooks/lightspeed-x/till/" + Served.PATH), Served.body()));
            assertProblem(unsigned, 503, "TP154");
            assertThat(stored(served)).isEqualTo(20);
        }
    }

    @Test
    void behindAProxyEachSourceHasALimitOfItsOwn() {
        try (Served served = served(Map.of("TALLYPORT_WEBHOOK_REFUSALS", "1"), false)) {
            for (String source : List.of("192.0.2.1", "192.0.2.2")) {
                assertProblem(served.send(from(source, served.signed(Served.body(), FORGER))), 401, "TP150");
                assertProblem(served.send(from(source, served.signed(Served.body(), FORGER))), 429, "TP151");
            }
        }
    }

    private static HttpRequest.Builder from(String source, HttpRequest.Builder request) {
        return request.header("X-Forwarded-For", "203.0.113.1, " + source);
    }

    @Test
    void aStorageThatIsDownIsAnsweredSoThatTheHookComesAgain() {
        try (Served served = served()) {
            assertThat(served.send(served.signed(Served.body(), Served.SIGNING)).statusCode())
                    .isEqualTo(200);
            served.tallyport.close();
            HttpResponse<String> answer = served.send(served.signed(Served.body(), Served.SIGNING));
            assertProblem(answer, 503, "TP154");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(served.send(HttpRequest.newBuilder(served.at("/readyz"))).statusCode())
                    .isEqualTo(503);
            assertThat(served.send(HttpRequest.newBuilder(served.at("/healthz")))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aTestHookGoesTheWholeWayThroughAWorkerInTheSameProcess() {
        try (Served served = served(Map.of(), true)) {
            SendTestWebhook.Result sent = served.tallyport
                    .webhooks()
                    .test()
                    .send(new ConnectionId("till"), served.at("/"), SendTestWebhook.TOPIC);
            assertThat(sent.isAccepted()).isTrue();
            WebhookFilter processed = WebhookFilter.ALL.in(WebhookState.PROCESSED);
            long looks = 0;
            while (served.tallyport
                    .webhooks()
                    .archive()
                    .list(processed, Optional.empty(), 1)
                    .items()
                    .isEmpty()) {
                looks++;
                assertThat(looks).as("it is worked on at all").isLessThan(1_000_000);
            }
            String operator = served.token(Role.OPERATOR);
            String id = Served.json(served.get("/api/v1/webhooks", operator))
                    .path("items")
                    .get(0)
                    .path("id")
                    .asText();
            HttpResponse<String> replayed = served.post("/api/v1/webhooks/" + id + "/replay", operator);
            assertThat(replayed.statusCode()).isEqualTo(200);
            assertProblem(served.post("/api/v1/webhooks/99999/replay", operator), 404, "");
        }
    }
}
