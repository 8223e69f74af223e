package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.core.job.JobFilter;
import io.tallyport.core.job.JobState;
import io.tallyport.runtime.Tallyport;
import io.tallyport.sandbox.Sandbox;
import io.tallyport.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scheduled route and real worker processes, stopped in good order and killed. */
class QueueWorkIT {

    @TempDir
    Path directory;

    @Test
    void aScheduledRouteIsSyncedByWorkersThatComeAndGo() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults().withSkus(40))) {
            Installation here =
                    Installation.connected(directory, sandbox, sandbox.rseriesBaseUrl(), sandbox.shopifyBaseUrl());
            here.done("stock apply plan.json --confirm");
            here.terminal()
                    .with("TALLYPORT_QUEUE_MAX_RETRIES", "100")
                    .stoppedBy(close -> new CountDownLatch(1).await());
            here.done("route schedule main --every 1h --confirm");
            assertThat(here.done("schedule list --json").json().findValuesAsText("name"))
                    .containsExactlyInAnyOrder("route:main", "route:main:full");
            here.done("schedule run route:main:full");
            String sku = sellOne(sandbox);
            assertThat(level(sandbox, sku, "/shopify/available")).isNotEqualTo(level(sandbox, sku, "/rseries/qoh"));

            Process killed = worker("killed");
            awaitLine(killed, "killed");
            killed.destroyForcibly().waitFor();
            Process worker = workedByAnother();
            worker.destroy();

            assertThat(worker.waitFor()).as(log("stopped")).isZero();
            assertThat(log("stopped")).contains("(stopped)");
            JsonNode cycle = cycles(here).get(0);
            assertThat(cycle.path("output").asText()).isNotBlank();
            assertThat(level(sandbox, sku, "/shopify/available")).isEqualTo(level(sandbox, sku, "/rseries/qoh"));
            assertThat(here.done("worker list --json").json().findValuesAsText("name"))
                    .contains("stopped");
            assertThat(here.run("health-check").exit()).isEqualTo(1);

            String next = sellOne(sandbox);
            here.done("schedule run route:main");
            here.done("queue work --once");
            assertThat(level(sandbox, next, "/shopify/available"))
                    .as("what changed alone is read by the other schedule")
                    .isEqualTo(level(sandbox, next, "/rseries/qoh"));

            here.done("route pause main --reason counting");
            here.done("schedule run route:main");
            here.done("queue work --once");
            assertThat(cycles(here).findValuesAsText("output"))
                    .contains("left out: the route is paused by tester: counting");
            here.done("route remove main --confirm");
            assertThat(here.done("schedule list --json").json().findValuesAsText("name"))
                    .containsExactly("queue-prune");
            here.terminal().keepEvidence();
        }
    }

    /** A till sells one of what both have; which one. */
    private static String sellOne(Sandbox sandbox) throws Exception {
        for (JsonNode shelf : control(sandbox, "levels", "").path("rseries")) {
            String sku = shelf.path("sku").asText();
            double has = shelf.path("qoh").asDouble();
            if (sku.matches("[A-Z0-9-]+") && has > 5 && level(sandbox, sku, "/shopify/available") == has) {
                control(sandbox, "sales", "{\"sku\":\"" + sku + "\",\"quantity\":1}");
                return sku;
            }
        }
        throw new AssertionError("nothing is in stock");
    }

    private static int level(Sandbox sandbox, String sku, String path) throws Exception {
        return control(sandbox, "state?sku=" + sku, "")
                .at("/levels/" + sku + path)
                .asInt(-1);
    }

    private static JsonNode control(Sandbox sandbox, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.controlUrl() + "/" + path));
        if (!body.isEmpty()) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static JsonNode cycles(Installation here) {
        return here.done("queue list --type stock-cycle --json").json();
    }

    /** A worker that has completed a cycle, and goes on when this process leaves the database that both have open. */
    private Process workedByAnother() throws IOException {
        try (Tallyport watching = Tallyport.builder()
                .environment(Map.of())
                .dataDirectory(directory.resolve("data"))
                .start()) {
            Process worker = worker("stopped");
            JobFilter done = JobFilter.in(JobState.COMPLETED).ofType("stock-cycle");
            while (watching.queue()
                    .history()
                    .list(done, Optional.empty(), 1)
                    .items()
                    .isEmpty()) {
                assertThat(worker.isAlive()).as(log("stopped")).isTrue();
            }
            return worker;
        }
    }

    private void awaitLine(Process worker, String name) throws IOException {
        while (!log(name).contains("runs up to")) {
            assertThat(worker.isAlive()).as(log(name)).isTrue();
        }
    }

    private String log(String name) throws IOException {
        Path file = directory.resolve(name + ".log");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private Process worker(String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--data",
                directory.resolve("data").toString(),
                "queue",
                "work",
                "--name",
                name);
        builder.environment().putAll(Map.of("TALLYPORT_QUEUE_LEASE_SECONDS", "3", "TALLYPORT_QUEUE_RETRY_DELAYS", "1"));
        return builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile())
                .start();
    }
}
