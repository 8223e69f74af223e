package io.tallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.webhook.RawBody;
import io.tallyport.core.webhook.WebhookArchive;
import io.tallyport.core.webhook.WebhookEvent;
import io.tallyport.core.webhook.WebhookFilter;
import io.tallyport.runtime.Tallyport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in a process of its own, killed and stopped under load. */
class KilledServerIT {

    private static final int SENDERS = 8;
    private static final int ENOUGH = 200;

    @TempDir
    Path directory;

    @Test
    void nothingThatWasAnsweredWellIsLostWhenTheProcessIsKilled() throws Exception {
        Set<String> answered = underLoad(server -> server.destroyForcibly());
        assertThat(answered).hasSizeGreaterThanOrEqualTo(ENOUGH);
        assertThat(storedHashes()).containsAll(answered);
    }

    @Test
    void aStopLetsWhatHasBegunEndAndEndsWell() throws Exception {
        Set<String> answered = underLoad(server -> {
            server.destroy();
            assertThat(server.waitFor()).as(log()).isZero();
        });
        assertThat(answered).hasSizeGreaterThanOrEqualTo(ENOUGH);
        assertThat(storedHashes()).containsAll(answered);
    }

    private interface End {
        void come(Process server) throws Exception;
    }

    /** The hashes of all bodies that were answered with 200. */
    private Set<String> underLoad(End end) throws Exception {
        Served.open(data(), Map.of()).close();
        Process server = start();
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        try {
            URI address = address(server);
            Queue<String> answered = new ConcurrentLinkedQueue<>();
            List<Future<?>> senders = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                senders.add(threads.submit(() -> sendUntilItIsGone(address, answered)));
            }
            while (answered.size() < ENOUGH) {
                assertThat(server.isAlive()).as(log()).isTrue();
            }
            end.come(server);
            for (Future<?> sender : senders) {
                sender.get();
            }
            return new HashSet<>(answered);
        } finally {
            threads.shutdownNow();
            server.destroyForcibly().waitFor();
        }
    }

    private static void sendUntilItIsGone(URI address, Queue<String> answered) {
        HttpClient client = HttpClient.newHttpClient();
        boolean there = true;
        while (there) {
            String body = Served.body();
            try {
                HttpResponse<Void> answer = client.send(
                        Served.hook(address, body)
                                .header("X-Signature", Served.signature(body, Served.SIGNING))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == 200) {
                    answered.add(RawBody.of(body).hash());
                }
                there = answer.statusCode() == 200;
            } catch (IOException | InterruptedException gone) {
                there = false;
            }
        }
    }

    private Set<String> storedHashes() {
        Set<String> hashes = new HashSet<>();
        try (Tallyport tallyport = Served.open(data(), Map.of())) {
            WebhookArchive archive = tallyport.webhooks().archive();
            Optional<Cursor> after = Optional.empty();
            do {
                var page = archive.list(WebhookFilter.ALL, after, 500);
                page.items().stream().map(WebhookEvent::hash).forEach(hashes::add);
                after = page.next();
            } while (after.isPresent());
        }
        return hashes;
    }

    private Path data() {
        return directory.resolve("data");
    }

    private String log() throws IOException {
        Path file = directory.resolve("server.log");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private URI address(Process server) throws IOException {
        while (!log().contains("listens on http://127.0.0.1:")) {
            assertThat(server.isAlive()).as(log()).isTrue();
        }
        String port = log().replaceAll("(?s).*listens on http://127\\.0\\.0\\.1:([0-9]+)\\s.*", "$1");
        return URI.create("http://127.0.0.1:" + port + "/webhooks/lightspeed-x/till?topic=sale.update");
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--data",
                data().toString(),
                "--port",
                "0",
                "--with-worker");
        return builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("server.log").toFile())
                .start();
    }
}
