package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The body of the dated contract's {@code POST /inventory}.
 *
 * @param product the id of the only product asked for; empty for all
 * @param variants whether that product's family is meant as well
 */
record InventoryQuery(Window window, Optional<String> product, boolean variants) {

    private static final int USUAL_PAGE = 1_000;
    private static final int LARGEST_PAGE = 5_000;
    private static final Set<String> FIELDS =
            Set.of("after", "before", "size", "sort_direction", "include_deleted", "product_id", "variants");

    /** Reads the body; what is unknown, of another type or out of range is refused. */
    static InventoryQuery parse(String body) {
        JsonNode node = body.isBlank() ? Json.object() : json(body);
        node.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw Refusal.badRequest("unknown field " + name);
            }
        });
        long size = number(node, "size").orElse((long) USUAL_PAGE);
        if (size < 1 || size > LARGEST_PAGE) {
            throw Refusal.badRequest("size must be between 1 and " + LARGEST_PAGE);
        }
        Window window = new Window(
                number(node, "after").orElse(Window.FROM_START),
                number(node, "before").orElse(Window.TO_END),
                (int) size,
                descending(text(node, "sort_direction").orElse("DESC")),
                flag(node, "include_deleted"));
        return new InventoryQuery(window, text(node, "product_id"), flag(node, "variants"));
    }

    static boolean descending(String direction) {
        return switch (direction.toUpperCase(Locale.ROOT)) {
            case "DESC" -> true;
            case "ASC" -> false;
            default -> throw Refusal.badRequest("the direction must be ASC or DESC");
        };
    }

    private static JsonNode json(String body) {
        try {
            JsonNode node = Json.read(body);
            if (node.isObject()) {
                return node;
            }
        } catch (IllegalArgumentException e) {
            // Refused below, as for JSON that is no object.
        }
        throw Refusal.badRequest("the body must be a JSON object");
    }

    private static Optional<Long> number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw Refusal.badRequest(name + " must be a whole number");
        }
        return Optional.of(value.asLong());
    }

    private static Optional<String> text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw Refusal.badRequest(name + " must be a text");
        }
        return Optional.of(value.asText());
    }

    private static boolean flag(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isNull() && !value.isBoolean()) {
            throw Refusal.badRequest(name + " must be true or false");
        }
        return value.asBoolean(false);
    }
}
