package io.tallyport.docs.violations.names.core.inventory;

import io.tallyport.docs.violations.Violates;

/** A name that says what it is. */
public final class Stock {
    /** Nested names count too. */
    @Violates
    static final class Helper {}
}
