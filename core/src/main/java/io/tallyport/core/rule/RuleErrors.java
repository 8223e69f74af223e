package io.tallyport.core.rule;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;

/** What is refused about rules, as codes to look up. */
public final class RuleErrors {

    public static final ErrorCode CONTRADICTION = new ErrorCode(
            "TP110",
            "There is a rule for this already",
            "see it with: tallyport rules list, and remove it first with: tallyport rules remove ID");
    public static final ErrorCode UNKNOWN_RULE =
            new ErrorCode("TP111", "There is no such rule", "see the rules with: tallyport rules list");
    public static final ErrorCode NO_CATEGORIES = new ErrorCode(
            "TP112",
            "The connection cannot tell the categories of its items",
            "name the items by SKU or SKU prefix in place of a category, or limit the rule with --route");

    private RuleErrors() {}

    /** A refusal under one of the codes. */
    public static PortException.Rejected rejected(String operation, ErrorCode code, String message) {
        return new PortException.Rejected(FailureContext.of(operation).withCode(code), message);
    }
}
