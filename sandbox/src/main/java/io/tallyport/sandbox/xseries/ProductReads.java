package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Products by page, by SKU, by name and by search; called with the store's monitor held. */
final class ProductReads {

    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_SEARCH = 1_000;
    private static final Set<String> SEARCHABLE =
            Set.of("type", "sku", "variant_parent_id", "deleted", "offset", "page_size");

    private final XSeriesStore store;
    private final Ids ids;
    private final Rendering rendering;

    ProductReads(XSeriesStore store, Ids ids, Rendering rendering) {
        this.store = store;
        this.ids = ids;
        this.rendering = rendering;
    }

    /** Whether the request names products, so that every other parameter is ignored. */
    static boolean named(SandboxRequest request) {
        return Stream.of("sku", "name", "family_name").anyMatch(request.query()::containsKey);
    }

    JsonNode list(SandboxRequest request, Optional<FaultKind> fault) {
        Page<ProductRow> page = named(request)
                ? Lists.of(byName(request), Window.whole(false))
                : Lists.of(store.productTable, Window.of(request), fault);
        return Lists.envelope(page, rendering::product);
    }

    /** The product of that id, a deleted one as well. */
    ProductRow one(String id) {
        return ids.number(Ids.Kind.PRODUCT, id)
                .flatMap(store.products::numbered)
                .orElseThrow(() -> Refusal.notFound("product"));
    }

    /** {@code GET /search}: SKUs are compared with lower-case ones, so others find nothing. */
    JsonNode search(SandboxRequest request) {
        request.query().keySet().stream()
                .filter(name -> !SEARCHABLE.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.badRequest("cannot search by " + name);
                });
        String type = request.parameter("type").orElse("");
        if (!List.of("products", "sales", "customers").contains(type)) {
            throw Refusal.badRequest("type must be products, sales or customers");
        }
        ArrayNode data = Json.object().putArray("data");
        if (type.equals("products")) {
            found(request)
                    .skip(whole(request, "offset", 0))
                    .limit(Math.min(LARGEST_SEARCH, whole(request, "page_size", USUAL_PAGE)))
                    .forEach(product -> data.add(rendering.product(product)));
        }
        return Lists.wrapped(data);
    }

    private Stream<ProductRow> byName(SandboxRequest request) {
        Optional<String> sku = request.parameter("sku");
        if (sku.isEmpty()) {
            String name = request.parameter("name")
                    .or(() -> request.parameter("family_name"))
                    .orElse("");
            return store.products.all().filter(product -> product.name().equals(name));
        }
        List<ProductRow> ofSku = store.products.ofSku(sku.get()).stream()
                .filter(product -> product.sku.equals(sku.get()))
                .toList();
        return ofSku.isEmpty()
                ? store.products
                        .all()
                        .filter(product -> Long.toString(product.barcode).equals(sku.get()))
                : ofSku.stream();
    }

    private Stream<ProductRow> found(SandboxRequest request) {
        boolean deleted = request.parameter("deleted").filter("true"::equals).isPresent();
        List<String> skus = request.query().getOrDefault("sku", List.of());
        Set<Integer> heads = new HashSet<>();
        request.query()
                .getOrDefault("variant_parent_id", List.of())
                .forEach(id -> ids.number(Ids.Kind.PRODUCT, id).ifPresent(number -> heads.add(number.intValue())));
        Stream<ProductRow> candidates = skus.isEmpty()
                ? store.products.all()
                : skus.stream()
                        .distinct()
                        .filter(sku -> sku.equals(sku.toLowerCase(Locale.ROOT)))
                        .flatMap(sku -> store.products.ofSku(sku).stream());
        boolean ofParent = request.query().containsKey("variant_parent_id");
        return candidates
                .filter(product -> deleted || !product.deleted())
                .filter(product -> !ofParent || (heads.contains(product.familyHead) && !product.headsFamily()));
    }

    private static long whole(SandboxRequest request, String name, long otherwise) {
        String text = request.parameter(name).orElse(Long.toString(otherwise));
        if (!text.matches("\\d{1,9}")) {
            throw Refusal.badRequest(name + " must be a whole number");
        }
        return Long.parseLong(text);
    }
}
