package io.tallyport.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The JSON object of a control request, with the fields it must have and no unknown one. */
record ControlBody(JsonNode node) {

    static ControlBody of(String text, String... fields) {
        return of(text, Arrays.asList(fields), List.of());
    }

    /** With fields beside, which may be left out. */
    static ControlBody of(String text, List<String> required, List<String> optional) {
        JsonNode node = read(text);
        List<String> known = Stream.concat(required.stream(), optional.stream()).toList();
        if (!node.isObject()) {
            throw new ControlRefusal(400, "the body must be a JSON object");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new ControlRefusal(400, "unknown field '" + name + "'; known are " + String.join(", ", known));
            }
        });
        required.forEach(name -> {
            if (!node.has(name)) {
                throw new ControlRefusal(400, "field '" + name + "' is missing");
            }
        });
        return new ControlBody(node);
    }

    Optional<String> textIfGiven(String name) {
        return node.has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    boolean has(String name) {
        return node.has(name);
    }

    String text(String name) {
        JsonNode value = node.path(name);
        if (!value.isTextual()) {
            throw new ControlRefusal(400, "'" + name + "' must be a text");
        }
        return value.asText();
    }

    BigDecimal decimal(String name) {
        JsonNode value = node.path(name);
        if (!value.isNumber()) {
            throw new ControlRefusal(400, "'" + name + "' must be a number");
        }
        return value.decimalValue();
    }

    /** A number for each SKU; none where the field is not there. */
    Map<String, BigDecimal> quantities(String name) {
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        node.path(name).properties().forEach(entry -> {
            if (!entry.getValue().isNumber()) {
                throw new ControlRefusal(400, "'" + name + "' is a number for each SKU");
            }
            quantities.put(entry.getKey(), entry.getValue().decimalValue());
        });
        return quantities;
    }

    int whole(String name) {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new ControlRefusal(400, "'" + name + "' must be a whole number");
        }
        return value.asInt();
    }

    private static JsonNode read(String text) {
        try {
            return Json.read(text);
        } catch (IllegalArgumentException e) {
            throw new ControlRefusal(400, "the body is " + e.getMessage());
        }
    }
}
