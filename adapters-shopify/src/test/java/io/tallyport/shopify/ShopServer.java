package io.tallyport.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A shop that says what it is told to, one reply for each request, and remembers what it was asked. */
final class ShopServer implements AutoCloseable {

    private final HttpServer server;
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<Seen> seen = new ArrayList<>();
    private volatile String date = "";

    /** One reply; a negative status cuts the connection after the request has been read, and one can break off. */
    record Reply(int status, Map<String, String> headers, String body, boolean whole) {

        Reply with(String name, String value) {
            Map<String, String> more = new TreeMap<>(headers);
            more.put(name, value);
            return new Reply(status, more, body, whole);
        }

        Reply without(String name) {
            Map<String, String> fewer = new TreeMap<>(headers);
            fewer.remove(name);
            return new Reply(status, fewer, body, whole);
        }

        /** The same, and the connection is cut before more that was promised. */
        Reply brokenOff() {
            return new Reply(status, headers, body, false);
        }
    }

    /** One request as it came. */
    record Seen(String path, Map<String, String> headers, String body) {

        JsonNode variables() {
            try {
                return ShopifyClient.MAPPER.readTree(body).path("variables");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    ShopServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    static Reply json(String body) {
        return status(200, body);
    }

    static Reply status(int status, String body) {
        return new Reply(
                status,
                Map.of("Content-Type", "application/json", "X-Shopify-API-Version", "2026-07", "X-Request-Id", "req-1"),
                body,
                true);
    }

    static Reply cut() {
        return new Reply(-1, Map.of(), "", true);
    }

    ShopServer says(Reply... next) {
        synchronized (replies) {
            replies.addAll(List.of(next));
        }
        return this;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Seen> seen() {
        synchronized (replies) {
            return List.copyOf(seen);
        }
    }

    /** The {@code Date} header of the last reply. */
    String date() {
        return date;
    }

    Seen seen(int index) {
        return seen().get(index);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Reply reply;
        synchronized (replies) {
            seen.add(new Seen(exchange.getRequestURI().toString(), headers, body));
            reply = replies.isEmpty() ? status(500, "{\"errors\":\"nothing to say\"}") : replies.remove();
        }
        if (reply.status() > 0) {
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(
                    reply.status(), reply.whole() ? bytes.length == 0 ? -1 : bytes.length : bytes.length + 100);
            date = exchange.getResponseHeaders().getFirst("Date");
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
