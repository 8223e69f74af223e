package io.tallyport.core.conflict;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;

/** What is refused about conflicts, as codes to look up. */
public final class ConflictErrors {

    public static final ErrorCode UNKNOWN = new ErrorCode(
            "TP113", "There is no such conflict, or it is not open any more", "see what is: tallyport conflict list");
    public static final ErrorCode NO_ANSWER = new ErrorCode(
            "TP114",
            "This answer cannot be given to this conflict",
            "see what is proposed with: tallyport conflict show ID");
    public static final ErrorCode NOT_READ = new ErrorCode(
            "TP115",
            "Not enough has been read of the route to answer safely",
            "read it with: tallyport stock sync ROUTE --dry-run, then answer again");

    private ConflictErrors() {}

    /** A refusal under one of the codes. */
    public static PortException.Rejected rejected(String operation, ErrorCode code, String message) {
        return new PortException.Rejected(FailureContext.of(operation).withCode(code), message);
    }
}
