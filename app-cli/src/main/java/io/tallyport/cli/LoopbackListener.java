package io.tallyport.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Waits on 127.0.0.1 for the browser that a platform sends back, once (RFC 8252, section 7.3). What comes is not trusted
 * here: whoever asked checks it.
 */
final class LoopbackListener implements AutoCloseable {

    private static final String PATH = "/callback";
    private static final String PAGE = "<!doctype html><meta charset=\"utf-8\"><title>Tallyport</title>"
            + "<p>Tallyport has the answer. Close this page and see in the terminal what came of it.</p>\n";

    private final HttpServer server;
    private final BlockingQueue<Map<String, String>> answers = new ArrayBlockingQueue<>(1);

    /**
     * Begins to listen.
     *
     * @param port 0 for any
     */
    LoopbackListener(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + port + " of 127.0.0.1 cannot be listened on", taken);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Where the browser is to be sent. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /** The parameters of the first call; empty when none came in time. */
    Optional<Map<String, String>> await(Duration patience) throws InterruptedException {
        return Optional.ofNullable(answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            boolean callback = exchange.getRequestMethod().equals("GET")
                    && exchange.getRequestURI().getPath().equals(PATH)
                    && query != null
                    && answers.offer(Callback.parameters(query));
            byte[] page = (callback ? PAGE : "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.sendResponseHeaders(callback ? 200 : 404, page.length == 0 ? -1 : page.length);
            exchange.getResponseBody().write(page);
        }
    }

    @Override
    public void close() {
        server.stop(1);
    }
}
