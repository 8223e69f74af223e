package io.tallyport.core.job;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;

/** What is refused about jobs and schedules, as codes to look up. */
public final class JobErrors {

    public static final ErrorCode UNKNOWN_JOB =
            new ErrorCode("TP120", "There is no such job", "see the jobs with: tallyport queue list");
    public static final ErrorCode WRONG_STATE = new ErrorCode(
            "TP121",
            "The job's state does not allow this",
            "see where it stands and how it came there with: tallyport queue show ID");
    public static final ErrorCode UNKNOWN_TYPE = new ErrorCode(
            "TP122",
            "This program knows no such job type",
            "use one of those that are named, or the program that has it");
    public static final ErrorCode BAD_PAYLOAD = new ErrorCode(
            "TP123",
            "The job's type cannot read this payload",
            "mend what is named; tallyport queue show ID prints the payload as it is stored");
    public static final ErrorCode UNKNOWN_SCHEDULE =
            new ErrorCode("TP124", "There is no such schedule", "see the schedules with: tallyport schedule list");
    public static final ErrorCode SCHEDULE_EXISTS = new ErrorCode(
            "TP125",
            "There is a schedule of this name already",
            "remove it first with: tallyport schedule remove NAME --confirm");
    public static final ErrorCode BAD_TIMES = new ErrorCode(
            "TP126",
            "It is not clear when this is to run",
            "write minute, hour, day of month, month and day of week, such as --cron \"15 3 * * *\", or --every 5m");

    public static final ErrorCode ROUTE_CYCLE = new ErrorCode(
            "TP128",
            "A route's cycles need a standing consent",
            "give it with: tallyport route schedule ROUTE --every 5m --confirm");

    private JobErrors() {}

    /** A refusal under one of the codes. */
    public static PortException.Rejected rejected(String operation, ErrorCode code, String message) {
        return new PortException.Rejected(FailureContext.of(operation).withCode(code), message);
    }
}
