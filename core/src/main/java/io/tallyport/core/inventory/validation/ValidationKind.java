package io.tallyport.core.inventory.validation;

import java.util.EnumSet;
import java.util.Set;

/** What a validation is for. */
public enum ValidationKind {
    /** Everything; each row is kept. */
    FULL,
    /** What is on one side only. */
    ORPHANS,
    PRICING,
    /** The stock of a list of SKUs, each of which must be there. */
    CRITICAL;

    /** What it compares. */
    public Set<Check> checks() {
        return switch (this) {
            case FULL -> EnumSet.allOf(Check.class);
            case ORPHANS -> EnumSet.of(Check.PRESENCE);
            case PRICING -> EnumSet.of(Check.PRICES);
            case CRITICAL -> EnumSet.of(Check.STOCK, Check.PRESENCE);
        };
    }

    /** Whether products are read for it; the presence of critical SKUs is seen from levels alone. */
    boolean readsProducts() {
        return this != CRITICAL && checks().stream().anyMatch(Check::isOfProducts);
    }

    /** Whether rows that nothing is wrong with are kept too. */
    boolean keepsAll() {
        return this == FULL || this == CRITICAL;
    }
}
