package io.tallyport.sandbox.rseries;

import io.tallyport.sandbox.http.SandboxRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads the parameters of list requests of one entity, and refuses what it does not know.
 *
 * @param fields what can be filtered by
 * @param sortable what can be sorted by
 * @param primary the sort field unless another is asked for
 * @param relations whether relations can be loaded
 * @param related how fields of a loaded relation are filtered by: the whole parameter, then a row's test
 * @param archived whether a row is archived; empty for entities that know no archiving
 */
record QueryReader<R>(
        Map<String, Field<R>> fields,
        Set<String> sortable,
        String primary,
        boolean relations,
        Function<Map<String, List<String>>, Predicate<R>> related,
        Optional<Predicate<R>> archived) {

    private static final Set<String> RESERVED =
            Set.of("sort", "limit", "after", "before", "count", "load_relations", "archived", "or");
    private static final int LARGEST_PAGE = 100;

    ListQuery<R> read(SandboxRequest request) {
        Set<Relation> loaded = loaded(request);
        String sort = request.parameter("sort").orElse(primary);
        if (!sortable.contains(sort.startsWith("-") ? sort.substring(1) : sort)) {
            throw Refusal.badRequest("Cannot sort by '" + sort + "'.");
        }
        return new ListQuery<>(
                conditions(request, loaded),
                related.apply(relationFilters(request)).and(visible(request)).and(either(request)),
                sort,
                limit(request),
                request.parameter("after").map(text -> PageToken.decode("after", text, sort)),
                request.parameter("before").map(text -> PageToken.decode("before", text, sort)),
                countOnly(request),
                loaded);
    }

    private List<Condition<R>> conditions(SandboxRequest request, Set<Relation> loaded) {
        List<Condition<R>> conditions = new ArrayList<>();
        request.query().forEach((name, values) -> {
            if (name.startsWith("ItemShops.") && relations) {
                if (!loaded.contains(Relation.ItemShops)) {
                    throw Refusal.badRequest("Filter '" + name + "' needs the relation 'ItemShops' to be loaded.");
                }
            } else if (!RESERVED.contains(name)) {
                values.forEach(value -> conditions.add(condition(name, value)));
            }
        });
        return conditions;
    }

    private Condition<R> condition(String name, String value) {
        return Condition.parse(
                Optional.ofNullable(fields.get(name))
                        .orElseThrow(() -> Refusal.badRequest("Unknown field '" + name + "'.")),
                value);
    }

    private Map<String, List<String>> relationFilters(SandboxRequest request) {
        return request.query().entrySet().stream()
                .filter(entry -> relations && entry.getKey().startsWith("ItemShops."))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring("ItemShops.".length()), Map.Entry::getValue));
    }

    private Predicate<R> either(SandboxRequest request) {
        Optional<String> raw = request.parameter("or");
        if (raw.isEmpty()) {
            return row -> true;
        }
        List<Condition<R>> alternatives = new ArrayList<>();
        for (String alternative : raw.get().split("\\|", -1)) {
            String[] halves = alternative.split("=", 2);
            if (halves.length != 2) {
                throw Refusal.badRequest("Cannot read 'or'.");
            }
            alternatives.add(condition(halves[0], halves[1]));
        }
        return row -> alternatives.stream().anyMatch(condition -> condition.matches(row));
    }

    private Predicate<R> visible(SandboxRequest request) {
        Optional<String> wanted = request.parameter("archived");
        if (archived.isEmpty()) {
            if (wanted.isPresent()) {
                throw Refusal.badRequest("Unknown field 'archived'.");
            }
            return row -> true;
        }
        return switch (wanted.orElse("false")) {
            case "false" -> archived.get().negate();
            case "true" -> row -> true;
            case "only" -> archived.get();
            default -> throw Refusal.badRequest("'archived' is one of true, false, only.");
        };
    }

    private Set<Relation> loaded(SandboxRequest request) {
        Optional<String> raw = request.parameter("load_relations");
        if (raw.isEmpty()) {
            return EnumSet.noneOf(Relation.class);
        }
        if (!relations) {
            throw Refusal.badRequest("Unknown relation " + raw.get() + ".");
        }
        return Relation.parse(raw.get());
    }

    private static int limit(SandboxRequest request) {
        String raw = request.parameter("limit").orElse("" + LARGEST_PAGE);
        if (!raw.matches("\\d{1,6}") || Integer.parseInt(raw) < 1 || Integer.parseInt(raw) > LARGEST_PAGE) {
            throw Refusal.badRequest("'limit' must be between 1 and " + LARGEST_PAGE + ".");
        }
        return Integer.parseInt(raw);
    }

    private static boolean countOnly(SandboxRequest request) {
        Optional<String> raw = request.parameter("count");
        if (raw.isEmpty()) {
            return false;
        }
        boolean alone = Set.of("sort", "limit", "after", "before").stream()
                .noneMatch(name -> request.query().containsKey(name));
        if (!raw.get().equals("1") || !alone) {
            throw Refusal.badRequest("'count' is 1, and goes with neither sort, limit, after nor before.");
        }
        return true;
    }
}
