package io.tallyport.core.inventory;

import io.tallyport.core.conflict.ConflictInbox;
import io.tallyport.core.conflict.ConflictStore;
import io.tallyport.core.rule.ItemCategories;
import io.tallyport.core.rule.RuleStore;

/** Everything of one database that rules and conflicts are kept in. */
public record RulingStores(RuleStore rules, ItemCategories categories, ConflictStore conflicts, ConflictInbox inbox) {}
