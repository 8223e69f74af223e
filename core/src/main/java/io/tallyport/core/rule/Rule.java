package io.tallyport.core.rule;

import java.time.Instant;

/**
 * One thing that a person has laid down.
 *
 * @param id 0 until it is stored
 * @param value in the form of {@link RuleAspect#checked}
 * @param note why, or which conflict's answer it remembers; may be empty
 * @param actor who
 */
public record Rule(long id, RuleScope scope, RuleAspect aspect, String value, String note, String actor, Instant at) {

    public Rule {
        value = aspect.checked(value);
    }

    /** The same, stored under a number. */
    public Rule withId(long number) {
        return new Rule(number, scope, aspect, value, note, actor, at);
    }

    /** In words. */
    public String describe() {
        return aspect.word() + " " + value + " for " + scope.describe();
    }
}
