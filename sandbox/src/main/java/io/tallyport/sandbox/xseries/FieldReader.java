package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of a JSON object that was sent flat or under {@code data}, both of which are taken. Fields that nobody asks
 * for, such as the version of what was read before, mean nothing.
 */
record FieldReader(JsonNode node) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,10})?");

    static FieldReader of(SandboxRequest request) {
        JsonNode body = tree(request);
        JsonNode object = body.path("data").isObject() ? body.path("data") : body;
        if (!object.isObject()) {
            throw Refusal.badRequest("the body must be a JSON object");
        }
        return new FieldReader(object);
    }

    static JsonNode tree(SandboxRequest request) {
        try {
            return Json.read(request.body());
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("the body is " + e.getMessage());
        }
    }

    String required(String name) {
        return text(name).orElseThrow(() -> Refusal.badRequest(name + " is required"));
    }

    /** A text; null and blank are no text. */
    Optional<String> text(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw Refusal.badRequest(name + " must be a text");
        }
        return Optional.of(value.asText()).filter(text -> !text.isBlank());
    }

    /** A number of zero or more, which comes as a text. */
    Optional<BigDecimal> number(String name) {
        Optional<String> text = text(name);
        if (text.filter(value -> !NUMBER.matcher(value).matches()).isPresent()) {
            throw Refusal.badRequest(name + " must be a number in a text, zero or more");
        }
        return text.map(BigDecimal::new);
    }

    boolean flag(String name) {
        if (!node.path(name).isBoolean()) {
            throw Refusal.badRequest(name + " must be true or false");
        }
        return node.path(name).asBoolean();
    }
}
