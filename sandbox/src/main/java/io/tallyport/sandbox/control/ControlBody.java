package io.tallyport.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The JSON object of a control request, with the fields it must have and no unknown one. */
record ControlBody(JsonNode node) {

    static ControlBody of(String text, String... fields) {
        return checked(read(text), Arrays.asList(fields), Arrays.asList(fields));
    }

    /** With one field that may be left out. */
    static ControlBody withOptional(String optional, String text, String... fields) {
        List<String> known = new ArrayList<>(Arrays.asList(fields));
        known.add(optional);
        return checked(read(text), known, Arrays.asList(fields));
    }

    private static ControlBody checked(JsonNode node, List<String> known, List<String> needed) {
        if (!node.isObject()) {
            throw new ControlRefusal(400, "the body must be a JSON object");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new ControlRefusal(400, "unknown field '" + name + "'; known are " + String.join(", ", known));
            }
        });
        needed.forEach(name -> {
            if (!node.has(name)) {
                throw new ControlRefusal(400, "field '" + name + "' is missing");
            }
        });
        return new ControlBody(node);
    }

    Optional<String> textIfGiven(String name) {
        return node.has(name) ? Optional.of(text(name)) : Optional.empty();
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
