package io.tallyport.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Route;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private static final LocationRef TILL = new LocationRef(new ConnectionId("till"), new ExternalId("1"));
    private static final LocationRef WEB = new LocationRef(new ConnectionId("web"), new ExternalId("10"));
    private static final RouteId MAIN = new RouteId("main");
    private static final Route ROUTE =
            new Route(MAIN, TILL, WEB, RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE), true);

    private static RuleScope scope(RuleScope.Thing thing, String name) {
        return new RuleScope(thing, name, Optional.empty(), Optional.empty());
    }

    private static RuleScope at(LocationRef end, RuleScope.Thing thing, String name) {
        return new RuleScope(thing, name, Optional.of(end), Optional.empty());
    }

    private static Rule buffer(RuleScope scope, int units) {
        return new Rule(units, scope, RuleAspect.BUFFER, "" + units, "", "owner", Instant.EPOCH);
    }

    /** Scopes that all cover SHOE-1 in Shoes/Men on the route, the least specific first. */
    private static final List<RuleScope> LADDER = List.of(
            RuleScope.EVERYTHING,
            RuleScope.EVERYTHING.on(MAIN),
            at(TILL, RuleScope.Thing.ALL, ""),
            at(TILL, RuleScope.Thing.ALL, "").on(MAIN),
            at(WEB, RuleScope.Thing.ALL, ""),
            at(WEB, RuleScope.Thing.ALL, "").on(MAIN),
            scope(RuleScope.Thing.CATEGORY, "Shoes"),
            at(TILL, RuleScope.Thing.CATEGORY, "Shoes"),
            scope(RuleScope.Thing.CATEGORY, "Shoes/Men"),
            scope(RuleScope.Thing.PREFIX, "S"),
            at(WEB, RuleScope.Thing.PREFIX, "S"),
            scope(RuleScope.Thing.PREFIX, "SHOE-"),
            scope(RuleScope.Thing.ITEM, "SHOE-1"),
            scope(RuleScope.Thing.ITEM, "SHOE-1").on(MAIN),
            at(TILL, RuleScope.Thing.ITEM, "SHOE-1"),
            at(WEB, RuleScope.Thing.ITEM, "SHOE-1"));

    @Test
    void theMostSpecificRuleWinsInWhateverOrderTheyWereAdded() {
        for (int most = 0; most < LADDER.size(); most++) {
            List<Rule> rules = new ArrayList<>();
            for (int i = 0; i <= most; i++) {
                rules.add(buffer(LADDER.get(i), i));
            }
            for (int turn = 0; turn < rules.size(); turn++) {
                Collections.rotate(rules, 1);
                assertThat(RuleBook.of(ROUTE, rules)
                                .of("SHOE-1", Optional.of("Shoes/Men"))
                                .terms())
                        .as(LADDER.get(most).describe())
                        .containsEntry(RuleAspect.BUFFER, "" + most);
            }
        }
    }

    @Test
    void eachAspectIsDecidedForItself() {
        Rule wide = new Rule(7, RuleScope.EVERYTHING, RuleAspect.ROUNDING, "up", "", "owner", Instant.EPOCH);
        RuleBook book = RuleBook.of(ROUTE, List.of(wide, buffer(scope(RuleScope.Thing.PREFIX, "SHOE-"), 2)));

        assertThat(book.of("SHOE-1", Optional.empty()).describe()).isEqualTo("rules 2, 7: buffer 2, rounding up");
        assertThat(book.of("HAT-1", Optional.empty()).describe()).isEqualTo("rule 7: rounding up");
        assertThat(book.of("HAT-1", Optional.empty())).isSameAs(book.of("HAT-2", Optional.empty()));
    }

    @Test
    void whatIsAboutOtherRowsSaysNothing() {
        LocationRef elsewhere = new LocationRef(new ConnectionId("web"), new ExternalId("11"));
        RuleBook book = RuleBook.of(
                ROUTE,
                List.of(
                        buffer(RuleScope.EVERYTHING.on(new RouteId("other")), 1),
                        buffer(at(elsewhere, RuleScope.Thing.ALL, ""), 2),
                        buffer(scope(RuleScope.Thing.ITEM, "shoe-1"), 3),
                        buffer(scope(RuleScope.Thing.PREFIX, "HOE"), 4),
                        buffer(scope(RuleScope.Thing.CATEGORY, "Shoe"), 5),
                        new Rule(6, RuleScope.EVERYTHING, RuleAspect.PRICE, "source", "", "owner", Instant.EPOCH)));

        assertThat(book.of("SHOE-1", Optional.of("Shoes/Men"))).isSameAs(QuantityRule.PLAIN);
        assertThat(book.of("SHOE-1", Optional.empty())).isSameAs(QuantityRule.PLAIN);
        assertThat(book.needsCategories()).isTrue();
    }

    @Test
    void theBasisIsAnotherWheneverARuleOfTheRouteIs() {
        Rule rule = buffer(scope(RuleScope.Thing.ITEM, "SHOE-1"), 2);
        RuleBook none = RuleBook.of(ROUTE, List.of());
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.basis()).isEmpty();

        String one = RuleBook.of(ROUTE, List.of(rule)).basis();
        assertThat(one).isNotEmpty();
        assertThat(RuleBook.of(ROUTE, List.of(rule.withId(99))).basis()).isEqualTo(one);
        assertThat(RuleBook.of(ROUTE, List.of(buffer(rule.scope(), 3))).basis()).isNotEqualTo(one);
        assertThat(RuleBook.of(ROUTE, List.of(rule, buffer(RuleScope.EVERYTHING, 2)))
                        .basis())
                .isNotEqualTo(one);
    }

    @Test
    void aScopeNamesWhatItIsAbout() {
        assertThat(at(WEB, RuleScope.Thing.PREFIX, " SHOE- ").on(MAIN).describe())
                .isEqualTo("SKU prefix SHOE-, location web/10, route main");
        assertThat(RuleScope.EVERYTHING.describe()).isEqualTo("everything");
        assertThatThrownBy(() -> scope(RuleScope.Thing.ITEM, "  ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scope(RuleScope.Thing.ALL, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scope(RuleScope.Thing.ITEM, "x".repeat(256))).hasMessageContaining("255");
    }
}
