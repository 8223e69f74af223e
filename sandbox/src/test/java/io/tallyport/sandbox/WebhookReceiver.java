package io.tallyport.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes webhooks and answers them as it was told to, with 200 when it was told nothing. */
final class WebhookReceiver implements AutoCloseable {

    /** What came. */
    record Hook(String body, String contentType, Optional<String> signature) {

        /** The JSON text of the field {@code payload}. */
        String payload() {
            return Arrays.stream(body.split("&", -1))
                    .filter(field -> field.startsWith("payload="))
                    .map(field -> URLDecoder.decode(field.substring("payload=".length()), StandardCharsets.UTF_8))
                    .findFirst()
                    .orElse("");
        }
    }

    private final HttpServer server;
    private final BlockingQueue<Hook> hooks = new LinkedBlockingQueue<>();
    private final Deque<Integer> answers = new ArrayDeque<>();

    WebhookReceiver(Integer... answers) {
        this.answers.addAll(Arrays.asList(answers));
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    /** The next hook; an error where none comes. */
    Hook next() {
        try {
            Hook hook = hooks.poll(30, TimeUnit.SECONDS);
            if (hook == null) {
                throw new AssertionError("no webhook came");
            }
            return hook;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = answers.isEmpty() ? 200 : answers.pop();
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
        hooks.add(new Hook(
                body,
                exchange.getRequestHeaders().getFirst("Content-Type"),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Signature"))));
    }
}
