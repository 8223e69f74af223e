package io.tallyport.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A GraphQL answer taken apart, in whichever of Shopify's shapes it came.
 *
 * @param errors the top-level errors; a plain string or an object under {@code errors} is one error without a code
 * @param data a missing node where there is none
 * @param requestedCost what admission was decided on, in points
 * @param actualCost what was charged in the end, in points
 * @param warnings of {@code extensions.search}: filters that were ignored
 */
record GraphQlAnswer(
        List<GraphQlError> errors,
        JsonNode data,
        OptionalDouble requestedCost,
        OptionalDouble actualCost,
        Optional<ThrottleStatus> throttle,
        List<String> warnings) {

    /** Takes an answer's body apart; empty when it is not a GraphQL answer: neither data nor errors in it. */
    static Optional<GraphQlAnswer> of(JsonNode root) {
        JsonNode data = root.path("data");
        List<GraphQlError> errors = errors(root.path("errors"));
        if (!root.isObject() || (!data.isObject() && errors.isEmpty())) {
            return Optional.empty();
        }
        JsonNode cost = root.path("extensions").path("cost");
        return Optional.of(new GraphQlAnswer(
                errors,
                data.isObject() ? data : MissingNode.getInstance(),
                points(cost.path("requestedQueryCost")),
                points(cost.path("actualQueryCost")),
                ThrottleStatus.of(cost),
                warnings(root.path("extensions").path("search"))));
    }

    private static OptionalDouble points(JsonNode number) {
        return number.isNumber() ? OptionalDouble.of(number.asDouble()) : OptionalDouble.empty();
    }

    /** Whether a mutation's own field came back filled: then it was carried out, whatever errors stand beside it. */
    boolean wrote() {
        return Document.writes().anyMatch(document -> data.hasNonNull(document.operation()));
    }

    boolean hasError(String code) {
        return errors.stream().anyMatch(error -> error.is(code));
    }

    /** Whether {@code code} stands in the top-level errors or in the user errors of a root field. */
    boolean says(String code) {
        if (hasError(code)) {
            return true;
        }
        for (JsonNode field : data) {
            for (JsonNode error : field.path("userErrors")) {
                if (error.path("code").asText("").equals(code)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<GraphQlError> errors(JsonNode errors) {
        if (errors.isArray()) {
            return GraphQlError.listOf(errors);
        }
        if (errors.isMissingNode() || errors.isNull()) {
            return List.of();
        }
        String message = errors.isTextual() ? errors.asText() : errors.toString();
        return List.of(new GraphQlError(message, "", "", Optional.empty(), Optional.empty()));
    }

    private static List<String> warnings(JsonNode search) {
        List<String> found = new ArrayList<>();
        for (JsonNode one : search) {
            for (JsonNode warning : one.path("warnings")) {
                found.add(warning.path("field").asText("?") + ": "
                        + warning.path("message").asText("no message"));
            }
        }
        return List.copyOf(found);
    }
}
