package io.tallyport.sandbox.shopify;

import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shapes of what goes wrong with a whole request, all of them with status 200. */
final class Answers {

    private static final String LIMITS = "https://shopify.dev/api/usage/rate-limits";

    private Answers() {}

    static Map<String, Object> error(String message, Map<String, Object> extensions) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("extensions", extensions);
        return error;
    }

    static Map<String, Object> errors(List<Map<String, Object>> errors) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errors", errors);
        return body;
    }

    static Map<String, Object> throttled(Map<String, Object> cost) {
        Map<String, Object> body =
                errors(List.of(error("Throttled", Map.of("code", "THROTTLED", "documentation", LIMITS))));
        body.put("extensions", Map.of("cost", cost));
        return body;
    }

    static Map<String, Object> tooDear(int cost, int most) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", "MAX_COST_EXCEEDED");
        extensions.put("cost", cost);
        extensions.put("maxCost", most);
        extensions.put("documentation", LIMITS);
        String message = "Query cost is " + cost + ", which exceeds the single query max cost limit (" + most + ").";
        return errors(List.of(error(message, extensions)));
    }

    static Map<String, Object> inputTooLong(InputCheck.TooLong input, int most, Map<String, Object> cost) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put(
                "message",
                "The input array size of " + input.size() + " is greater than the maximum allowed of " + most + ".");
        error.put("path", input.path());
        error.put("extensions", Map.of("code", "MAX_INPUT_SIZE_EXCEEDED"));
        Map<String, Object> body = errors(List.of(error));
        body.put("extensions", Map.of("cost", cost));
        return body;
    }

    static Map<String, Object> invalidVariable(
            String name,
            String type,
            Optional<Object> value,
            List<VariableCheck.Problem> problems,
            Optional<SourceLocation> location) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", "INVALID_VARIABLE");
        extensions.put("value", value.orElse(null));
        extensions.put(
                "problems",
                problems.stream()
                        .map(problem -> Map.of("path", problem.path(), "explanation", problem.explanation()))
                        .toList());
        String where = problems.stream()
                .filter(problem -> !problem.path().isEmpty())
                .map(problem -> dotted(problem.path()) + " (" + problem.explanation() + ")")
                .reduce((left, right) -> left + ", " + right)
                .map(text -> " for " + text)
                .orElse("");
        Map<String, Object> error =
                error("Variable $" + name + " of type " + type + " was provided invalid value" + where, extensions);
        location.ifPresent(at -> error.put("locations", locations(List.of(at))));
        return error;
    }

    private static String dotted(List<Object> path) {
        return String.join(".", path.stream().map(String::valueOf).toList());
    }

    /** An error met while executing, with its place in the data. */
    static Map<String, Object> met(GraphQLError error) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("message", error.getMessage());
        shape.put(
                "locations", locations(Optional.ofNullable(error.getLocations()).orElse(List.of())));
        Optional.ofNullable(error.getPath()).ifPresent(path -> shape.put("path", path));
        shape.put("extensions", Optional.ofNullable(error.getExtensions()).orElse(Map.of()));
        return shape;
    }

    static List<Map<String, Integer>> locations(List<SourceLocation> locations) {
        return locations.stream()
                .map(at -> Map.of("line", at.getLine(), "column", at.getColumn()))
                .toList();
    }
}
