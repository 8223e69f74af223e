package io.tallyport.http;

import static io.tallyport.http.Served.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.access.Grants;
import io.tallyport.core.access.Role;
import io.tallyport.core.job.JobDesk;
import io.tallyport.core.job.JobId;
import io.tallyport.core.kernel.ConnectionId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestApiIT {

    private final Served served;

    RestApiIT(@TempDir Path data) {
        served = new Served(data);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private String onTill(Role role) {
        return served.token(new Grants(Optional.empty(), Map.of(new ConnectionId("till"), role)));
    }

    @Test
    void withoutATokenThatOpensAnythingThereIsNoAnswer() {
        HttpResponse<String> bare = served.send(HttpRequest.newBuilder(served.at("/api/v1/connections")));
        assertProblem(bare, 401, "TP171");
        assertThat(bare.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertProblem(served.get("/api/v1/connections", "tp_0000000000_" + "A".repeat(43)), 401, "TP171");
        assertProblem(served.get("/metrics", "nonsense"), 401, "TP171");
        String token = served.token(Role.ADMIN);
        assertThat(served.get("/api/v1/connections", token).statusCode()).isEqualTo(200);
        served.tallyport.tokens().revoke(served.tallyport.tokens().list().get(0).id(), "tester");
        assertProblem(served.get("/api/v1/connections", token), 401, "TP171");
    }

    @Test
    void rolesCountForTheirConnections() {
        String viewer = onTill(Role.VIEWER);
        JsonNode seen = Served.json(served.get("/api/v1/connections", viewer)).path("items");
        assertThat(seen.findValuesAsText("name")).containsExactly("till");
        assertThat(seen.toString()).doesNotContain(Served.SIGNING, Served.PATH, "token of");
        assertProblem(served.get("/api/v1/connections/shop", viewer), 404, "");
        assertProblem(served.get("/api/v1/queue/stats", viewer), 403, "TP172");
        assertProblem(served.get("/api/v1/webhooks", viewer), 403, "TP172");
        assertThat(served.get("/api/v1/webhooks?connection=till", viewer).statusCode())
                .isEqualTo(200);

        assertThat(served.send(served.signed(Served.body(), Served.SIGNING)).statusCode())
                .isEqualTo(200);
        assertThat(served.get("/api/v1/webhooks/1", viewer).statusCode()).isEqualTo(200);
        assertProblem(served.get("/api/v1/webhooks/1/body", viewer), 403, "TP172");
        assertProblem(served.post("/api/v1/webhooks/1/replay", viewer), 403, "TP172");
        assertProblem(served.post("/api/v1/webhooks/1/replay", onTill(Role.OPERATOR)), 409, "TP156");
        assertProblem(served.post("/api/v1/queue/jobs/1/cancel", served.token(Role.VIEWER)), 403, "TP172");
    }

    @Test
    void whatTheCallerHasAlreadyIsNotSentAgain() {
        String token = served.token(Role.VIEWER);
        HttpResponse<String> first = served.get("/api/v1/connections/till", token);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = served.send(HttpRequest.newBuilder(served.at("/api/v1/connections/till"))
                .header("Authorization", "Bearer " + token)
                .header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void requestsAreNamedByTheCallerWhereThatIsFit() {
        HttpResponse<String> named =
                served.send(HttpRequest.newBuilder(served.at("/healthz")).header("X-Request-Id", "caller-17"));
        assertThat(named.headers().firstValue("X-Request-Id")).contains("caller-17");
        HttpResponse<String> odd =
                served.send(HttpRequest.newBuilder(served.at("/api/v1/no-such")).header("X-Request-Id", "a b<script>"));
        assertProblem(odd, 404, "");
        assertThat(odd.headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).doesNotContain("script"));
        HttpResponse<String> wrongMethod = served.send(
                HttpRequest.newBuilder(served.at("/api/v1/connections")).DELETE());
        assertProblem(wrongMethod, 405, "");
    }

    @Test
    void jobsAreListedShownRetriedAndCancelled() {
        String operator = served.token(Role.OPERATOR);
        for (int i = 0; i < 3; i++) {
            JobId id = served.tallyport
                    .queue()
                    .schedules()
                    .run("webhook-prune", "tester")
                    .id();
            assertThat(served.tallyport.queue().desk().cancel(List.of(id), "tester"))
                    .containsExactly(JobDesk.Cancelled.CANCELLED);
        }
        JsonNode first = Served.json(served.get("/api/v1/queue/jobs?limit=2&state=cancelled", operator));
        assertThat(first.path("items")).hasSize(2);
        JsonNode second = Served.json(served.get(
                "/api/v1/queue/jobs?limit=2&state=cancelled&cursor="
                        + first.path("next").asText(),
                operator));
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.has("next")).isFalse();

        String id = first.path("items").get(0).path("id").asText();
        assertThat(Served.json(served.get("/api/v1/queue/jobs/" + id, operator))
                        .path("history")
                        .size())
                .isPositive();
        assertThat(Served.json(served.post("/api/v1/queue/jobs/" + id + "/retry", operator))
                        .path("state")
                        .asText())
                .isEqualTo("pending");
        assertThat(Served.json(served.post("/api/v1/queue/jobs/" + id + "/cancel", operator))
                        .path("state")
                        .asText())
                .isEqualTo("cancelled");
        assertProblem(served.post("/api/v1/queue/jobs/" + id + "/cancel", operator), 409, "TP121");
        assertProblem(served.get("/api/v1/queue/jobs/99999", operator), 404, "TP120");
        assertProblem(served.get("/api/v1/queue/jobs/abc", operator), 404, "");
        assertProblem(served.get("/api/v1/queue/jobs?limit=0", operator), 400, "");
        assertProblem(served.get("/api/v1/queue/jobs?state=lost", operator), 400, "");
        assertProblem(served.post("/api/v1/schedules/none/pause", operator), 404, "TP124");
        assertThat(Served.json(served.post("/api/v1/schedules/webhook-prune/pause", operator))
                        .path("paused")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theStandingIsToldAndCounted() {
        String viewer = served.token(Role.VIEWER);
        assertThat(served.send(served.signed(Served.body(), Served.SIGNING)).statusCode())
                .isEqualTo(200);
        JsonNode status = Served.json(served.get("/api/v1/status", viewer));
        assertThat(status.path("webhooks").path("pending").asInt()).isOne();
        assertThat(status.path("queue").path("counts").path("pending").asInt()).isOne();
        String metrics = served.get("/metrics", viewer).body();
        assertThat(metrics)
                .contains("tallyport_webhooks_received_total{answer=\"stored\"} 1.0")
                .contains("tallyport_queue_jobs{state=\"pending\"} 1.0")
                .contains("route=\"/webhooks/{platform}/{connection}\"");
        assertThat(served.send(HttpRequest.newBuilder(served.at("/readyz"))).body())
                .contains("ready");
    }

    @Test
    void noSecretOfAPathIsInTheAccessLog() {
        assertThat(AccessLog.path("/webhooks/lightspeed-x/till/hush"))
                .isEqualTo("/webhooks/lightspeed-x/till/********");
        assertThat(AccessLog.path("//webhooks//x/till/hush/hush")).doesNotContain("hush");
        assertThat(AccessLog.path("/webhooks/lightspeed-x/till")).isEqualTo("/webhooks/lightspeed-x/till");
    }
}
