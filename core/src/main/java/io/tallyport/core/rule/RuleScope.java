package io.tallyport.core.rule;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Sku;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * What a rule is about: some items, at some location, on some route; everything where it does not say.
 *
 * @param thing how {@code name} names the items
 * @param name an item's SKU (its id where it has none), the beginning of SKUs, or a category; empty for all items
 * @param location either end of a route
 */
public record RuleScope(Thing thing, String name, Optional<LocationRef> location, Optional<RouteId> route) {

    /** How items are named, the least specific first. */
    public enum Thing {
        ALL,
        CATEGORY,
        PREFIX,
        ITEM;

        /** As a person reads it. */
        public String word() {
            return this == PREFIX ? "SKU prefix" : this == ITEM ? "SKU" : name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int LONGEST = 255;

    /** All items of every route. */
    public static final RuleScope EVERYTHING = new RuleScope(Thing.ALL, "", Optional.empty(), Optional.empty());

    public RuleScope {
        name = Sku.normalForm(name);
        if (thing == Thing.ALL ? !name.isEmpty() : name.isEmpty()) {
            throw new IllegalArgumentException("a rule about " + thing.word() + " needs a name, and only such a rule");
        }
        if (name.length() > LONGEST) {
            throw new IllegalArgumentException("what a rule is about has at most " + LONGEST + " letters");
        }
    }

    /** The same items on one route. */
    public RuleScope on(RouteId other) {
        return new RuleScope(thing, name, location, Optional.of(other));
    }

    /** Whether it may be about rows of that route. */
    public boolean isAbout(Route other) {
        return route.map(other.id()::equals).orElse(true)
                && location.map(end -> end.equals(other.source()) || end.equals(other.target()))
                        .orElse(true);
    }

    /** Whether it is about a row of a route that it is about. */
    public boolean covers(String key, Optional<String> category) {
        return switch (thing) {
            case ALL -> true;
            case ITEM -> key.equals(name);
            case PREFIX -> key.startsWith(name);
            case CATEGORY ->
                category.map(path -> path.equals(name) || path.startsWith(name + "/"))
                        .orElse(false);
        };
    }

    /**
     * Of two scopes that cover one row of a route, the more specific one first: an item before a SKU prefix, the longer
     * prefix first, that before a category, the deeper one first; then one at the target's location, at the source's, at
     * none; then one on the route. Two that cover one row and are equally specific are the same scope.
     */
    static Comparator<RuleScope> mostSpecificFirst(Route route) {
        return Comparator.comparing(RuleScope::thing)
                .thenComparing(scope -> scope.name().length())
                .thenComparing(scope -> scope.atLocation(route))
                .thenComparing(scope -> scope.route().isPresent())
                .reversed();
    }

    private int atLocation(Route route) {
        if (location.isEmpty()) {
            return 0;
        }
        return location.get().equals(route.target()) ? 2 : 1;
    }

    /** In words, such as {@code SKU prefix SHOE-, location web/1, route main}. */
    public String describe() {
        StringBuilder words = new StringBuilder(thing == Thing.ALL ? "everything" : thing.word() + " " + name);
        location.ifPresent(end -> words.append(", location ").append(end));
        route.ifPresent(on -> words.append(", route ").append(on));
        return words.toString();
    }
}
