package io.tallyport.core.counting;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;

/** Why counts are refused, or wait, as codes to look up. */
public final class CountErrors {

    public static final ErrorCode CANNOT = new ErrorCode(
            "TP161",
            "The connection's platform has no counts that can be made by its API",
            "count there by hand, or use a connection of a platform that can, such as lightspeed-x");
    public static final ErrorCode BAD_COUNT = new ErrorCode(
            "TP162",
            "The list of a count cannot be read, or cannot be carried out as it is",
            "mend what is named; see how a list must look with: tallyport count plan --help");
    public static final ErrorCode UNMAPPED = new ErrorCode(
            "TP163",
            "It is not known what this outlet is at the platform",
            "say it with: tallyport po map CONNECTION outlet NAME REMOTE-ID");
    public static final ErrorCode FOREIGN = new ErrorCode(
            "TP164",
            "The platform has a count with this reference that was not made here",
            "take another reference, or call that one off there");
    public static final ErrorCode OTHER_PRODUCTS = new ErrorCode(
            "TP165",
            "The count at the platform is about other products than the list; completed, it would set them to zero",
            "take them out of the count there, or call it off with: tallyport count cancel, and start one with the right list");
    public static final ErrorCode OTHER_FIGURES = new ErrorCode(
            "TP166",
            "The count at the platform does not say what was counted",
            "enter it with: tallyport count start; what somebody changed there is put back by that");
    public static final ErrorCode NO_CONSENT = new ErrorCode(
            "TP167",
            "The count would set stock to zero, or change it much, and nobody has said that this is meant",
            "look at the lines with: tallyport count plan, then name their numbers: --allow-zero N --allow-large N");
    public static final ErrorCode NOT_THERE = new ErrorCode(
            "TP168",
            "The count at the platform is not as it was left",
            "look at it with: tallyport count show; where it was called off, start one under another reference");
    public static final ErrorCode REFUSED =
            new ErrorCode("TP169", "The platform refuses the count", "mend what it names, then give the command again");

    private CountErrors() {}

    /** A refusal under one of the codes. */
    public static PortException.Rejected rejected(String operation, ErrorCode code, String message) {
        return new PortException.Rejected(FailureContext.of(operation).withCode(code), message);
    }

    static PortException.Conflict changed(String operation, CountReference reference) {
        return new PortException.Conflict(
                FailureContext.of(operation).withCode(NOT_THERE),
                "somebody else works on count " + reference + "; try again");
    }
}
