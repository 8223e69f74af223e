package io.tallyport.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Delivery;
import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs bulk operations at a small shop and fetches what they wrote. */
final class BulkShop implements AutoCloseable {

    static final String VARIANTS = "{ productVariants { edges { node { id sku title product { id handle }"
            + " inventoryItem { id tracked sku } } } } }";

    private static final String RUN = """
            mutation Run($query: String!, $grouped: Boolean!) {
              bulkOperationRunQuery(query: $query, groupObjects: $grouped) {
                bulkOperation { id status objectCount url type query }
                userErrors { field message code }
              }
            }""";
    private static final String LOOK = """
            query Look($id: ID!) {
              bulkOperation(id: $id) {
                id status errorCode createdAt completedAt objectCount rootObjectCount fileSize url partialDataUrl
              }
            }""";
    private static final String CANCEL = """
            mutation Cancel($id: ID!) {
              bulkOperationCancel(id: $id) { bulkOperation { id status } userErrors { field message } }
            }""";

    final TestShop shop;

    BulkShop(TestShop shop) {
        this.shop = shop;
    }

    JsonNode run(String query) {
        return run(query, false);
    }

    JsonNode run(String query, boolean grouped) {
        return shop.ask(RUN, Map.of("query", query, "grouped", grouped)).at("/data/bulkOperationRunQuery");
    }

    /** Starts one that must be accepted, and answers its id. */
    String started(String query) {
        JsonNode payload = run(query);
        if (!payload.path("userErrors").isEmpty()) {
            throw new AssertionError(payload.toString());
        }
        return payload.at("/bulkOperation/id").asText();
    }

    JsonNode look(String id) {
        return shop.ask(LOOK, Map.of("id", id)).at("/data/bulkOperation");
    }

    JsonNode cancel(String id) {
        return shop.ask(CANCEL, Map.of("id", id)).at("/data/bulkOperationCancel");
    }

    /** Looks until it is done. */
    JsonNode done(String id) {
        JsonNode seen = look(id);
        while (List.of("CREATED", "RUNNING", "CANCELING")
                .contains(seen.path("status").asText())) {
            Thread.onSpinWait();
            seen = look(id);
        }
        return seen;
    }

    JsonNode finished(String query) {
        return done(started(query));
    }

    static SandboxRequest request(String url, Map<String, String> headers) {
        URI uri = URI.create(url);
        Map<String, List<String>> query = Arrays.stream(uri.getQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> List.of(pair[1])));
        return new SandboxRequest("GET", uri.getPath(), query, headers, "");
    }

    Delivery fetch(String url) {
        return shop.standIn.storage().deliver(request(url, Map.of()));
    }

    Optional<Delivery> faulted(String url, Fault fault) {
        return shop.standIn.storage().faulted(request(url, Map.of()), fault);
    }

    static SandboxResponse refusal(Delivery delivery) {
        if (delivery instanceof Delivery.Answer answer) {
            return answer.response();
        }
        throw new AssertionError(delivery.toString());
    }

    static Delivery.Download download(Delivery delivery) {
        if (delivery instanceof Delivery.Download download) {
            return download;
        }
        throw new AssertionError(delivery.toString());
    }

    static String text(Delivery delivery) {
        Delivery.Download download = download(delivery);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            download.content().writeTo(out, download.sent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    String text(JsonNode operation) {
        return text(fetch(operation.path("url").asText()));
    }

    List<JsonNode> lines(JsonNode operation) {
        return text(operation).lines().map(BulkShop::json).toList();
    }

    static JsonNode json(String line) {
        try {
            return TestShop.JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    @Override
    public void close() {
        shop.standIn.close();
    }
}
