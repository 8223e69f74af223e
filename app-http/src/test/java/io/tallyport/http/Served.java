package io.tallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallyport.core.access.Grants;
import io.tallyport.core.access.Role;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.persistence.DatabaseSettings;
import io.tallyport.runtime.Tallyport;
import io.tallyport.sandbox.evidence.Evidence;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An installation in a directory, its HTTP app on a free port, and somebody who sends requests to it. */
final class Served implements AutoCloseable {

    static final String SIGNING = "signing-secret-of-the-till";
    static final String PATH = "path-secret-of-the-till";
    /** Whoever sends requests here is a proxy, and may say for whom. */
    static final Set<String> PROXIES = Set.of("127.0.0.1");

    static final String FORM = "application/x-www-form-urlencoded";

    private static final ObjectMapper JSON = new ObjectMapper();

    final Tallyport tallyport;
    final HttpApp app;
    final HttpClient client = HttpClient.newHttpClient();

    Served(Path directory, Map<String, String> settings, boolean withWorker) {
        Evidence.secret(SIGNING);
        Evidence.secret(PATH);
        tallyport = open(directory, settings);
        app = HttpApp.start(tallyport, new HttpOptions("127.0.0.1", 0, directory, withWorker, PROXIES));
    }

    Served(Path directory) {
        this(directory, Map.of(), false);
    }

    /** A database as a process is told it. */
    static Map<String, String> variables(DatabaseSettings database) {
        return Map.of(
                "TALLYPORT_DB_URL", database.url(),
                "TALLYPORT_DB_USER", database.user(),
                "TALLYPORT_DB_PASSWORD", database.password());
    }

    /** The installation with a till and a shop. */
    static Tallyport open(Path directory, Map<String, String> settings) {
        Tallyport tallyport = Tallyport.builder()
                .environment(settings)
                .dataDirectory(directory)
                .start();
        if (tallyport.connections().all().isEmpty()) {
            connect(tallyport, "till", "lightspeed-x");
            connect(tallyport, "shop", "shopify");
        }
        return tallyport;
    }

    private static void connect(Tallyport tallyport, String name, String platform) {
        tallyport
                .connectionDesk()
                .add(
                        new ConnectionDesk.Draft(
                                new ConnectionId(name),
                                new Platform(platform),
                                name + "-account",
                                URI.create("http://127.0.0.1:9"),
                                Environment.SANDBOX,
                                AccessMode.READ,
                                Map.of(
                                        "token",
                                        new Secret("token of the " + name),
                                        "webhook",
                                        new Secret(SIGNING),
                                        "webhook-path",
                                        new Secret(PATH)),
                                Map.of()),
                        "tester");
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + app.port() + path);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return send(client, request);
    }

    static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError("no answer", failed);
        }
    }

    /** A hook of the till. */
    HttpRequest.Builder hook(String body) {
        return hook(at("/webhooks/lightspeed-x/till?topic=consignment.receive"), body);
    }

    static HttpRequest.Builder hook(URI address, String body) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", FORM)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpRequest.Builder signed(String body, String secret) {
        return hook(body).header("X-Signature", signature(body, secret));
    }

    static String signature(String body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String hex = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
            return "signature=" + hex + ",algorithm=HMAC-SHA256";
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    String token(Grants grants) {
        String token = tallyport
                .tokens()
                .create("test", grants, Optional.empty(), "tester")
                .secret()
                .reveal();
        Evidence.secret(token);
        return token;
    }

    String token(Role role) {
        return token(Grants.everywhere(role));
    }

    HttpResponse<String> get(String path, String token) {
        return send(HttpRequest.newBuilder(at(path)).header("Authorization", "Bearer " + token));
    }

    HttpResponse<String> post(String path, String token) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    HttpResponse<String> post(String path, String token, String body) {
        return send(HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException garbage) {
            throw new AssertionError(text, garbage);
        }
    }

    /** The answer is a problem of this kind, named by its request. */
    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText("")).isEqualTo(code);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(answer.headers().firstValue("X-Request-Id"))
                .contains(problem.path("requestId").asText());
    }

    /** A body that no other hook has. */
    static String body() {
        return "payload=%7B%22n%22%3A" + ThreadLocalRandom.current().nextLong() + "%7D";
    }

    @Override
    public void close() {
        app.close();
        tallyport.close();
    }
}
