package io.tallyport.core.rule;

import io.tallyport.core.connection.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rules of one route, ready to be asked row by row. Not for several threads. */
public final class RuleBook {

    private final Map<String, List<Rule>> byItem = new HashMap<>();
    private final List<Rule> others = new ArrayList<>();
    private final Map<List<Rule>, QuantityRule> made = new HashMap<>();
    private final Comparator<Rule> mostSpecificFirst;

    private RuleBook(Comparator<Rule> mostSpecificFirst) {
        this.mostSpecificFirst = mostSpecificFirst;
    }

    /** Those of the rules that are about the route and decide about quantities. */
    public static RuleBook of(Route route, List<Rule> all) {
        RuleBook book = new RuleBook(Comparator.comparing(Rule::scope, RuleScope.mostSpecificFirst(route)));
        all.stream()
                .filter(rule -> rule.aspect().acts() && rule.scope().isAbout(route))
                .sorted(book.mostSpecificFirst)
                .forEach(book::take);
        return book;
    }

    private void take(Rule rule) {
        if (rule.scope().thing() == RuleScope.Thing.ITEM) {
            byItem.computeIfAbsent(rule.scope().name(), name -> new ArrayList<>())
                    .add(rule);
        } else {
            others.add(rule);
        }
    }

    /** Whether it says anything at all. */
    public boolean isEmpty() {
        return byItem.isEmpty() && others.isEmpty();
    }

    /** Whether a row's category must be known to decide. */
    public boolean needsCategories() {
        return others.stream().anyMatch(rule -> rule.scope().thing() == RuleScope.Thing.CATEGORY);
    }

    /** What plans depend on: different whenever a rule of the route is; empty without rules. */
    public String basis() {
        TreeSet<String> lines = new TreeSet<>();
        others.forEach(rule -> lines.add(rule.describe()));
        byItem.values().forEach(rules -> rules.forEach(rule -> lines.add(rule.describe())));
        return String.join("\n", lines);
    }

    /** The rules that decide about a row, the most specific one for each aspect. */
    public List<Rule> deciding(String key, Optional<String> category) {
        Map<RuleAspect, Rule> found = new EnumMap<>(RuleAspect.class);
        byItem.getOrDefault(key, List.of()).forEach(rule -> found.putIfAbsent(rule.aspect(), rule));
        for (Rule rule : others) {
            if (rule.scope().covers(key, category)) {
                found.putIfAbsent(rule.aspect(), rule);
            }
        }
        return List.copyOf(found.values());
    }

    /** What they say together. */
    public QuantityRule of(String key, Optional<String> category) {
        if (isEmpty()) {
            return QuantityRule.PLAIN;
        }
        return made.computeIfAbsent(deciding(key, category), RuleBook::together);
    }

    private static QuantityRule together(List<Rule> rules) {
        Map<RuleAspect, String> terms = new EnumMap<>(RuleAspect.class);
        rules.forEach(rule -> terms.put(rule.aspect(), rule.value()));
        String names = rules.stream().map(rule -> "" + rule.id()).collect(Collectors.joining(", "));
        return QuantityRule.of((rules.size() > 1 ? "rules " : "rule ") + names, terms);
    }
}
