package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ErrorCode;

/** What an explanation refuses, as a code to look up. */
public final class ExplainErrors {

    public static final ErrorCode NOTHING_KNOWN = new ErrorCode(
            "TP116",
            "Nothing is known here about this SKU",
            "check its spelling, and read the route with: tallyport stock sync ROUTE --dry-run");

    private ExplainErrors() {}
}
