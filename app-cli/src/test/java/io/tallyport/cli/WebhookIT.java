package io.tallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.webhook.IncomingWebhook;
import io.tallyport.core.webhook.RawBody;
import io.tallyport.runtime.Tallyport;
import io.tallyport.sandbox.evidence.Evidence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does with webhooks and with tokens of the HTTP API. */
class WebhookIT {

    private static final String SIGNING = "signing-secret-for-the-cli";
    private static final String PATH = "path-secret-for-the-cli";

    @TempDir
    Path directory;

    private Terminal terminal;

    @BeforeEach
    void connect() {
        Evidence.secret(SIGNING);
        Evidence.secret(PATH);
        terminal = new Terminal(directory)
                .with("WEBHOOK_SECRET", SIGNING)
                .stoppedBy(close -> new CountDownLatch(1).await());
        try (Tallyport tallyport = open()) {
            tallyport
                    .connectionDesk()
                    .add(
                            new ConnectionDesk.Draft(
                                    new ConnectionId("till"),
                                    new Platform("lightspeed-x"),
                                    "acme",
                                    URI.create("http://127.0.0.1:9"),
                                    Environment.SANDBOX,
                                    AccessMode.READ,
                                    Map.of("token", new Secret("token of the till"), "webhook-path", new Secret(PATH)),
                                    Map.of()),
                            "tester");
        }
    }

    private Tallyport open() {
        return Tallyport.builder()
                .environment(Map.of())
                .dataDirectory(directory.resolve("data"))
                .start();
    }

    private Terminal.Outcome line(String line) {
        return terminal.run(line.split(" "));
    }

    private void receive(String topic, String body) {
        try (Tallyport tallyport = open()) {
            assertThat(tallyport
                            .webhooks()
                            .receive()
                            .receive(new IncomingWebhook(
                                    "lightspeed-x",
                                    "till",
                                    Optional.of(PATH),
                                    "test",
                                    Map.of(),
                                    Map.of("topic", topic),
                                    RawBody.of(body)))
                            .isKept())
                    .isTrue();
        }
    }

    @Test
    void storedWebhooksAreListedShownWorkedOnAndReplayed() {
        receive("tallyport.test", "payload=1");
        receive("sale.update", "payload=2");

        assertThat(line("webhook events").out()).contains("sale.update", "tallyport.test", "pending");
        assertThat(line("queue work --once").exit()).isZero();
        JsonNode events = line("webhook events --json").json();
        assertThat(events.findValuesAsText("state")).containsExactly("ignored", "processed");
        assertThat(line("webhook events --state processed --json").json()).hasSize(1);
        assertThat(line("webhook show 1").out())
                .contains("tallyport.test", "secret-path")
                .doesNotContain("payload=1");
        assertThat(line("webhook show 1 --body").out()).contains("payload=1");
        assertThat(line("webhook replay 1").exit()).isZero();
        assertThat(line("webhook replay 1").err()).contains("TP156");
        assertThat(line("webhook show 99").err()).contains("TP155");
        assertThat(line("webhook events --state lost").exit()).isEqualTo(2);
    }

    @Test
    void aTestWebhookIsSignedWithTheSecretThatWasSet() throws IOException {
        assertThat(line("webhook test till").err()).contains("TP157");
        assertThat(line("webhook secret till --env WEBHOOK_SECRET").exit()).isZero();
        assertThat(line("webhook secret till --new-path").exit()).isZero();
        assertThat(line("connection show till").out()).contains("webhook", "webhook-path-previous");

        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/webhooks/", this::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            assertThat(line("webhook test till --url " + url).out()).contains("Accepted with 200");
        } finally {
            server.stop(0);
        }
        assertThat(line("webhook events").out()).contains("tallyport.test");
        assertThat(line("webhook test till --url " + url).err()).contains("nothing answers at " + url);
    }

    /** The HTTP app in a few lines. */
    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        RawBody body = RawBody.of(exchange.getRequestBody().readAllBytes());
        try (Tallyport tallyport = open()) {
            boolean kept = tallyport
                    .webhooks()
                    .receive()
                    .receive(new IncomingWebhook(
                            "lightspeed-x", "till", Optional.empty(), "test", headers, Map.of(), body))
                    .isKept();
            exchange.sendResponseHeaders(kept ? 200 : 401, -1);
        }
        exchange.close();
    }

    @Test
    void subscriptionsNeedAnAddressAndAConnection() {
        assertThat(line("webhook list").out()).contains("webhook create NAME TOPIC");
        assertThat(line("webhook create till sale.update").err()).contains("TP159");
        assertThat(line("webhook create nobody sale.update").err()).contains("no connection \"nobody\"");
        assertThat(line("config set webhook.public-url nonsense").exit()).isNotZero();
    }

    @Test
    void aTokenIsShownOnceAndEndsWhenItIsRevoked() {
        JsonNode made = line("token create dashboard --role viewer --on till=operator --expires 90d --json")
                .json();
        String secret = made.path("secret").asText();
        Evidence.secret(secret);
        String id = made.path("token").path("id").asText();

        Terminal.Outcome listed = line("token list");
        assertThat(listed.out())
                .contains(id, "dashboard", "viewer", "till=operator")
                .doesNotContain(secret);
        try (Tallyport tallyport = open()) {
            assertThat(tallyport.tokens().authenticate(secret)).isPresent();
        }
        assertThat(line("token revoke " + id).exit()).isZero();
        assertThat(line("token revoke " + id).err()).contains("TP170");
        try (Tallyport tallyport = open()) {
            assertThat(tallyport.tokens().authenticate(secret)).isEmpty();
        }
        assertThat(line("token create bare").exit()).isEqualTo(2);
        assertThat(line("token create odd --role boss").exit()).isEqualTo(2);
        assertThat(line("token create odd --on nobody=viewer").err()).contains("no connection \"nobody\"");
    }
}
