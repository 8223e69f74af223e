package io.tallyport.cli;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.rule.Rule;
import io.tallyport.core.rule.RuleScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule as it is shown. */
record RuleView(
        long id,
        String aspect,
        String value,
        String about,
        String items,
        @Nullable String name,
        @Nullable String location,
        @Nullable String route,
        boolean acts,
        String note,
        String actor,
        String at) {

    static RuleView of(Rule rule) {
        RuleScope scope = rule.scope();
        return new RuleView(
                rule.id(),
                rule.aspect().word(),
                rule.value(),
                scope.describe(),
                Choices.word(scope.thing()),
                scope.name().isEmpty() ? null : scope.name(),
                scope.location().map(LocationRef::toString).orElse(null),
                scope.route().map(RouteId::value).orElse(null),
                rule.aspect().acts(),
                rule.note(),
                rule.actor(),
                rule.at().toString());
    }

    static void print(Screen screen, List<RuleView> rules, String none) {
        if (rules.isEmpty()) {
            screen.line(none);
            return;
        }
        Table table = Table.of(">ID", "RULE", "VALUE", "ABOUT", "ACTS", "BY", "WHY");
        rules.forEach(rule -> table.row(
                rule.id(),
                rule.aspect(),
                rule.value(),
                rule.about(),
                rule.acts() ? "yes" : "not yet",
                rule.actor(),
                rule.note()));
        screen.table(table);
        screen.line("The most specific rule wins, each kind for itself: SKU, SKU prefix, category, location, route.");
        if (rules.stream().anyMatch(rule -> !rule.acts())) {
            screen.attention("What is marked \"not yet\" is kept for the sync of products; no sync reads it so far.");
        }
    }

    /** What was laid down, and whether anything goes by it. */
    void added(Screen screen) {
        screen.good("Rule " + id + ": " + aspect + " " + value + " for " + about + ".");
        if (acts) {
            screen.line("It counts from the next plan on; that one looks at everything.");
        } else {
            screen.attention("No sync reads this yet: it is kept for the sync of products.");
        }
    }
}
