package io.tallyport.runtime;

import io.tallyport.core.conflict.ConflictInbox;
import io.tallyport.core.inventory.ResolveConflicts;
import io.tallyport.core.rule.RuleDesk;
import jakarta.inject.Inject;

/**
 * What a started Tallyport hands out for what people decide about single rows.
 *
 * @param rules adds, replaces and removes rules
 * @param conflicts rows that wait for a person
 * @param resolve carries out answers to them
 */
public record RulingParts(RuleDesk rules, ConflictInbox conflicts, ResolveConflicts resolve) {

    @Inject
    public RulingParts {}
}
