package io.tallyport.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Stands between the program and a platform, and gives other answers where it is told to. */
final class Meddler implements AutoCloseable {

    private static final List<String> NOT_PASSED_ON =
            List.of("host", "connection", "content-length", "upgrade", "http2-settings", "transfer-encoding");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String platform;
    private final HttpServer server;
    private volatile Rule rule = Rule.NONE;

    /** What the platform, or somebody in its place, says. */
    record Said(int status, String type, String body) {

        static Said json(int status, String body) {
            return new Said(status, "application/json", body);
        }

        Said replaced(String pattern, String by) {
            return new Said(status, type, body.replaceAll(pattern, by));
        }
    }

    /** Which requests are answered otherwise, by a part of their path or body, and how. */
    record Rule(String part, UnaryOperator<Said> answer) {

        static final Rule NONE = new Rule("\0", said -> said);
    }

    Meddler(String platformUrl) {
        this.platform = platformUrl;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void meddle(Rule other) {
        rule = other;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            HttpResponse<String> got = passedOn(exchange, sent);
            Said said = new Said(
                    got.statusCode(),
                    got.headers().firstValue("content-type").orElse("application/json"),
                    got.body().replace(platform, url()));
            Rule now = rule;
            if ((exchange.getRequestURI() + sent).contains(now.part())) {
                said = now.answer().apply(said);
            }
            got.headers().map().forEach((name, values) -> {
                if (isPassedOn(name) && !name.equalsIgnoreCase("content-type")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.getResponseHeaders().set("Content-Type", said.type());
            byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private HttpResponse<String> passedOn(HttpExchange exchange, String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofString(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isPassedOn(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static boolean isPassedOn(String header) {
        return !NOT_PASSED_ON.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
