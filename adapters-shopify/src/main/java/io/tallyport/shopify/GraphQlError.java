package io.tallyport.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One entry of an answer's top-level {@code errors}.
 *
 * @param message in Shopify's words
 * @param code {@code extensions.code}, empty where there is none
 * @param path the place in the answer or in the variables, dotted, may be empty
 * @param requiredAccess what an {@code ACCESS_DENIED} asks for
 * @param requestId what an {@code INTERNAL_SERVER_ERROR} gives for the support
 */
record GraphQlError(
        String message, String code, String path, Optional<String> requiredAccess, Optional<String> requestId) {

    static List<GraphQlError> listOf(JsonNode errors) {
        List<GraphQlError> list = new ArrayList<>();
        for (JsonNode error : errors) {
            JsonNode extensions = error.path("extensions");
            list.add(new GraphQlError(
                    error.path("message").asText("no message"),
                    extensions.path("code").asText(""),
                    path(error.path("path"), extensions.path("problems")),
                    text(extensions.path("requiredAccess")),
                    text(extensions.path("requestId"))));
        }
        return List.copyOf(list);
    }

    boolean is(String wanted) {
        return code.equals(wanted);
    }

    private static String path(JsonNode path, JsonNode problems) {
        return dotted(path.isArray() ? path : problems.path(0).path("path"));
    }

    private static String dotted(JsonNode steps) {
        List<String> parts = new ArrayList<>();
        steps.forEach(step -> parts.add(step.asText()));
        return String.join(".", parts);
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? Optional.of(node.asText()) : Optional.empty();
    }
}
