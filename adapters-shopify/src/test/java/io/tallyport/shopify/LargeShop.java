package io.tallyport.shopify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A shop of any size that is only ever on the wire: its bulk file is made while it is sent. */
final class LargeShop implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int variants;

    LargeShop(int variants) throws IOException {
        this.variants = variants;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/admin/", this::api);
        server.createContext("/bulk/", this::file);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void api(HttpExchange exchange) throws IOException {
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        byte[] answer = Recorded.data(data(asked)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-Shopify-API-Version", "2026-07");
        try (exchange) {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private String data(String asked) {
        String operation = "\"id\":\"gid://shopify/BulkOperation/5\"";
        if (asked.contains("mutation BulkRun")) {
            return "{\"bulkOperationRunQuery\":{\"bulkOperation\":{" + operation + "},\"userErrors\":[]}}";
        }
        if (asked.contains("query BulkStatus")) {
            return "{\"bulkOperation\":{" + operation + ",\"status\":\"COMPLETED\",\"rootObjectCount\":\"" + variants
                    + "\",\"url\":\"" + url() + "/bulk/5.jsonl\"}}";
        }
        return "{\"location\":{\"id\":\"gid://shopify/Location/11\"},"
                + "\"productVariantsCount\":{\"count\":25001,\"precision\":\"AT_LEAST\"}}";
    }

    private void file(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16);
            for (int number = 1; number <= variants; number++) {
                out.write(line(number).getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
        }
    }

    private static String line(int number) {
        return "{\"id\":\"gid:\\/\\/shopify\\/ProductVariant\\/" + number + "\",\"title\":\"Large \\/ Blue\","
                + "\"product\":{\"title\":\"Shirt " + number + "\",\"status\":\"ACTIVE\"},\"inventoryItem\":{\"id\":"
                + "\"gid:\\/\\/shopify\\/InventoryItem\\/" + number + "\",\"sku\":\"SHIRT-" + number
                + "\",\"tracked\":true,\"inventoryLevel\":{\"isActive\":true,\"quantities\":[{\"name\":\"available\","
                + "\"quantity\":3},{\"name\":\"on_hand\",\"quantity\":4}]}}}\n";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
