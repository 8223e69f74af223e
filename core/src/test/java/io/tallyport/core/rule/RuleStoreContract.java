package io.tallyport.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Racers;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link RuleStore} keeps to. */
public interface RuleStoreContract {

    RuleStore subject();

    UnitOfWork unitOfWork();

    private static Rule rule(RuleScope scope, RuleAspect aspect, String value) {
        return new Rule(0, scope, aspect, value, "why", "owner", Instant.parse("2026-11-21T10:00:00.123456Z"));
    }

    private static RuleScope prefix(String name) {
        return new RuleScope(RuleScope.Thing.PREFIX, name, Optional.empty(), Optional.empty());
    }

    private static RuleScope narrow() {
        return new RuleScope(
                RuleScope.Thing.ITEM,
                "SHOE-1",
                Optional.of(new LocationRef(new ConnectionId("web"), new ExternalId("gid://place/1"))),
                Optional.of(new RouteId("main")));
    }

    @Test
    default void aRuleIsKeptWithEverythingAndItsNumber() {
        Rule first = subject().add(rule(RuleScope.EVERYTHING, RuleAspect.BUFFER, "12.5%"));
        Rule second = subject().add(rule(narrow(), RuleAspect.QUANTITY, "target"));

        assertThat(second.id()).isGreaterThan(first.id());
        assertThat(first)
                .isEqualTo(
                        rule(RuleScope.EVERYTHING, RuleAspect.BUFFER, "12.5%").withId(first.id()));
        assertThat(subject().all()).containsExactly(first, second);
    }

    @Test
    default void oneScopeHasOneRuleForEachAspect() {
        Rule kept = subject().add(rule(narrow(), RuleAspect.BUFFER, "2"));

        assertThatThrownBy(() -> subject().add(rule(narrow(), RuleAspect.BUFFER, "3")))
                .isInstanceOf(PortException.Conflict.class);

        subject().add(rule(narrow(), RuleAspect.ROUNDING, "up"));
        subject().add(rule(narrow().on(new RouteId("other")), RuleAspect.BUFFER, "3"));
        assertThat(subject().all()).hasSize(3).startsWith(kept);
    }

    @Test
    default void scopesThatDifferInCaseOrAccentAreDifferent() {
        for (String name : List.of("a", "A", "ä", "a b")) {
            subject().add(rule(prefix(name), RuleAspect.BUFFER, "1"));
        }

        assertThat(subject().all()).extracting(rule -> rule.scope().name()).containsExactly("a", "A", "ä", "a b");
    }

    @Test
    default void whatIsRemovedIsGoneAndItsScopeFree() {
        Rule rule = subject().add(rule(narrow(), RuleAspect.BUFFER, "2"));

        assertThat(subject().remove(rule.id())).isTrue();
        assertThat(subject().remove(rule.id())).isFalse();
        assertThat(subject().all()).isEmpty();
        assertThat(subject().add(rule(narrow(), RuleAspect.BUFFER, "4")).id()).isGreaterThan(rule.id());
    }

    @Test
    default void aFailedUnitOfWorkLeavesThemAsTheyWere() {
        Rule kept = subject().add(rule(narrow(), RuleAspect.BUFFER, "2"));

        Undone.in(unitOfWork(), () -> {
            subject().remove(kept.id());
            subject().add(rule(narrow(), RuleAspect.BUFFER, "3"));
        });

        assertThat(subject().all()).containsExactly(kept);
    }

    @Test
    default void ofSeveralWhoAddForOneScopeAtOnceExactlyOneWins() {
        List<Boolean> answers = Racers.race(8, number -> {
            try {
                subject().add(rule(narrow(), RuleAspect.BUFFER, "" + number));
                return true;
            } catch (PortException.Conflict taken) {
                return false;
            }
        });

        assertThat(answers).containsOnlyOnce(true);
        assertThat(subject().all()).hasSize(1);
    }
}
