package io.tallyport.sandbox.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Fault;
import io.tallyport.sandbox.http.FaultKind;
import io.tallyport.sandbox.http.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A list of fault rules, read from JSON.
 *
 * <pre>{@code
 * [ { "on": { "platform": "rseries", "method": "GET", "pathContains": "/ItemShop", "bodyContains": "..." },
 *     "after": 3, "times": 2, "every": 10,
 *     "do": { "kind": "status", "status": 503, "retryAfter": "2", "millis": 500 } } ]
 * }</pre>
 *
 * <p>{@code on} and all its fields may be left out. {@code after} is 1 unless given (with {@code every}: the value of
 * {@code every}), {@code times} is 1 unless given (with {@code every}: without end).
 */
public record FaultScript(List<FaultRule> rules) {

    private static final Set<String> PLATFORMS = Set.of("rseries", "xseries", "shopify", "storage");

    public FaultScript {
        rules = List.copyOf(rules);
    }

    /**
     * Reads a script.
     *
     * @throws IllegalArgumentException naming the rule (counted from 1) and the field, when anything is unknown or wrong
     */
    public static FaultScript parse(String json) {
        JsonNode tree = Json.read(json);
        if (!tree.isArray()) {
            throw new IllegalArgumentException("a fault script is a JSON array of rules");
        }
        List<FaultRule> rules = new ArrayList<>();
        for (JsonNode rule : tree) {
            rules.add(rule(rule, "rule " + (rules.size() + 1)));
        }
        return new FaultScript(rules);
    }

    private static FaultRule rule(JsonNode rule, String where) {
        onlyFields(rule, where, Set.of("on", "after", "times", "every", "do"));
        JsonNode on = rule.has("on") ? rule.get("on") : Json.object();
        onlyFields(on, where + ", on", Set.of("platform", "method", "pathContains", "bodyContains"));
        Optional<String> platform = text(on, "platform", where + ", on");
        if (platform.isPresent() && !PLATFORMS.contains(platform.get())) {
            throw new IllegalArgumentException(where + ": unknown platform '" + platform.get() + "'");
        }
        boolean recurring = rule.has("every");
        long every = number(rule, "every", where, 1);
        return new FaultRule(
                platform,
                text(on, "method", where + ", on").map(method -> method.toUpperCase(Locale.ROOT)),
                text(on, "pathContains", where + ", on"),
                text(on, "bodyContains", where + ", on"),
                number(rule, "after", where, every),
                number(rule, "times", where, recurring ? Long.MAX_VALUE : 1),
                every,
                fault(rule.path("do"), where + ", do"));
    }

    private static Fault fault(JsonNode node, String where) {
        onlyFields(node, where, Set.of("kind", "status", "retryAfter", "millis"));
        String name = text(node, "kind", where)
                .orElseThrow(() -> new IllegalArgumentException(where + ": 'kind' is missing; one of " + kinds()));
        FaultKind kind = FaultKind.named(name)
                .orElseThrow(
                        () -> new IllegalArgumentException(where + ": unknown kind '" + name + "'; one of " + kinds()));
        long status = number(node, "status", where, 503);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException(where + ": 'status' must be between 400 and 599");
        }
        boolean takesTime = kind == FaultKind.SLOW || kind == FaultKind.LATE;
        if (takesTime && !node.has("millis")) {
            throw new IllegalArgumentException(where + ": '" + name + "' needs 'millis'");
        }
        Duration delay = takesTime ? Duration.ofMillis(number(node, "millis", where, 1)) : Duration.ZERO;
        return new Fault(kind, (int) status, text(node, "retryAfter", where), delay);
    }

    private static void onlyFields(JsonNode node, String where, Set<String> known) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(where + ": must be a JSON object");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new IllegalArgumentException(where + ": unknown field '" + name + "'; known are "
                        + known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }

    private static Optional<String> text(JsonNode node, String name, String where) {
        if (!node.has(name)) {
            return Optional.empty();
        }
        JsonNode value = node.get(name);
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw new IllegalArgumentException(where + ": '" + name + "' must be a text");
        }
        return Optional.of(value.asText());
    }

    private static long number(JsonNode node, String name, String where, long otherwise) {
        if (!node.has(name)) {
            return otherwise;
        }
        JsonNode value = node.get(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 1) {
            throw new IllegalArgumentException(where + ": '" + name + "' must be a whole number of 1 or more");
        }
        return value.asLong();
    }

    private static String kinds() {
        return Arrays.stream(FaultKind.values()).map(FaultKind::scriptName).collect(Collectors.joining(", "));
    }
}
