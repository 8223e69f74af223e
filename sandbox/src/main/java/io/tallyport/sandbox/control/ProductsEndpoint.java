package io.tallyport.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.catalogue.CardEdit;
import io.tallyport.sandbox.catalogue.ProductCard;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The control API of what each side shows of its products, under {@code /_control/products}. */
public final class ProductsEndpoint implements Endpoint {

    private final Map<String, ProductControl> sides;
    private final Actions actions;

    /**
     * Controls the products.
     *
     * @param sides by platform
     */
    public ProductsEndpoint(Map<String, ProductControl> sides) {
        this.sides = new TreeMap<>(sides);
        this.actions = new Actions("/_control/", Map.of("GET products", this::show, "POST products", this::edit));
    }

    @Override
    public SandboxResponse handle(SandboxRequest request) {
        return actions.handle(request);
    }

    private JsonNode show(SandboxRequest request) {
        String sku = request.parameter("sku").orElse("");
        ObjectNode all = Json.object();
        sides.forEach((platform, side) -> side.card(sku).ifPresent(card -> all.set(platform, json(card))));
        return all;
    }

    private JsonNode edit(SandboxRequest request) {
        ControlBody body = ControlBody.of(
                request.body(),
                List.of("platform", "sku"),
                List.of("title", "price", "description", "category", "tags", "images", "barcode", "status"));
        String platform = body.text("platform");
        ProductControl side = Optional.ofNullable(sides.get(platform))
                .orElseThrow(() -> new ControlRefusal(
                        404, "unknown platform '" + platform + "'; known are " + String.join(", ", sides.keySet())));
        String sku = body.text("sku");
        if (side.card(sku).isEmpty()) {
            throw new ControlRefusal(404, platform + " has no product of SKU '" + sku + "'");
        }
        return json(side.edit(
                sku,
                new CardEdit(
                        body.textIfGiven("title"),
                        body.has("price") ? Optional.of(price(body)) : Optional.empty(),
                        body.textIfGiven("description"),
                        body.textIfGiven("category"),
                        texts(body, "tags"),
                        texts(body, "images"),
                        body.textIfGiven("barcode"),
                        body.textIfGiven("status").map(ProductsEndpoint::status))));
    }

    private static BigDecimal price(ControlBody body) {
        BigDecimal price = body.decimal("price");
        if (price.signum() < 0) {
            throw new ControlRefusal(400, "'price' must not be negative");
        }
        return price;
    }

    private static Optional<List<String>> texts(ControlBody body, String name) {
        if (!body.has(name)) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        JsonNode list = body.node().path(name);
        list.forEach(each -> texts.add(each.asText()));
        if (!list.isArray()) {
            throw new ControlRefusal(400, "'" + name + "' must be a list of texts");
        }
        return Optional.of(texts);
    }

    private static ProductCard.Status status(String text) {
        return Arrays.stream(ProductCard.Status.values())
                .filter(status -> status.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new ControlRefusal(400, "'status' is one of " + Arrays.toString(ProductCard.Status.values())));
    }

    private static ObjectNode json(ProductCard card) {
        ObjectNode node = Json.object()
                .put("title", card.title())
                .put("price", card.price())
                .put("description", card.description())
                .put("category", card.category())
                .put("barcode", card.barcode())
                .put("status", card.status().name());
        card.tags().forEach(node.putArray("tags")::add);
        card.images().forEach(node.putArray("images")::add);
        return node;
    }
}
