package io.tallyport.docs.violations.names.core.inventory;

import io.tallyport.docs.violations.Violates;

/** A name that says nothing. */
@Violates
public final class StockUtils {}
