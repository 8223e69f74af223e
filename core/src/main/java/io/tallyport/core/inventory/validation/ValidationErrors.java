package io.tallyport.core.inventory.validation;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;

/** What validations refuse, as codes to look up. */
public final class ValidationErrors {

    public static final ErrorCode NONE_KEPT = new ErrorCode(
            "TP100", "No validation of this route is kept", "make one with: tallyport sync validate ROUTE");
    public static final ErrorCode NO_REPORT = new ErrorCode(
            "TP101", "The report cannot be written", "make room there, or choose another place with --out");
    public static final ErrorCode NO_LIST =
            new ErrorCode("TP102", "The list of SKUs cannot be read", "give a text file in UTF-8 with one SKU a line");
    public static final ErrorCode NOTHING_CRITICAL = new ErrorCode(
            "TP103",
            "No critical SKUs are named",
            "name them with --skus or --file, or keep them with: tallyport config set critical-skus A,B,C");

    private ValidationErrors() {}

    /** A refusal under one of these codes. */
    public static PortException.Rejected rejected(ErrorCode code, String message) {
        return new PortException.Rejected(FailureContext.of("validate route").withCode(code), message);
    }
}
