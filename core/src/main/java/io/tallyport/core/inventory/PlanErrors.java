package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.util.List;

/** What planning, approval and apply refuse, as codes to look up. */
public final class PlanErrors {

    public static final ErrorCode ALTERED = new ErrorCode(
            "TP010",
            "The plan file is not the one that was planned",
            "make a new plan with: tallyport stock plan ROUTE");
    public static final ErrorCode UNKNOWN_PLAN = new ErrorCode(
            "TP011",
            "This database knows no such plan",
            "use the database the plan was made with, or make a new plan: tallyport stock plan ROUTE");
    public static final ErrorCode EXPIRED =
            new ErrorCode("TP012", "The plan has expired", "make a new plan with: tallyport stock plan ROUTE");
    public static final ErrorCode HELD = new ErrorCode(
            "TP013",
            "The plan is held as a whole",
            "look at it with: tallyport stock show FILE, then: tallyport stock approve FILE --reason TEXT");
    public static final ErrorCode WRONG_ENVIRONMENT = new ErrorCode(
            "TP014",
            "Sandbox and production do not mix",
            "use connections of one environment for a route and its plans");
    public static final ErrorCode LOCATION_GONE = new ErrorCode(
            "TP015",
            "A location does not exist any more, or is closed",
            "see the locations with: tallyport connection locations NAME, and mend the route");
    public static final ErrorCode BUSY =
            new ErrorCode("TP016", "Another apply writes to this location", "wait until it has ended, then try again");
    public static final ErrorCode CANNOT = new ErrorCode(
            "TP017",
            "The connection cannot do this",
            "use a platform that can: tallyport connection test NAME tells what it can do");
    public static final ErrorCode UNREADABLE_PLAN =
            new ErrorCode("TP018", "The plan file cannot be read", "make a new plan with: tallyport stock plan ROUTE");
    public static final ErrorCode NOTHING_HELD = new ErrorCode(
            "TP019", "There is nothing to approve", "see what is held with: tallyport stock show FILE --held");

    public static final ErrorCode READING =
            new ErrorCode("TP060", "Another process reads this location", "wait until it has ended, then try again");

    public static final ErrorCode PAUSED = new ErrorCode(
            "TP080",
            "The route is paused",
            "see why with: tallyport route list, mend the cause, then: tallyport route resume NAME");

    public static final ErrorCode NOT_READ_YET = new ErrorCode(
            "TP085",
            "The route has not been read whole yet",
            "sync it once, then push again: tallyport stock sync ROUTE --full --dry-run");
    public static final ErrorCode NOTHING_CHOSEN = new ErrorCode(
            "TP086",
            "Nothing is chosen by this",
            "look for the SKU or the category at the POS; a new item is known after: tallyport stock sync ROUTE --confirm");
    public static final ErrorCode NO_CATEGORIES = new ErrorCode(
            "TP087", "Neither end of the route tells categories", "name the SKUs instead: --products SKU,SKU");

    private PlanErrors() {}

    /** All of them, for the documentation. */
    public static List<ErrorCode> all() {
        return List.of(
                ALTERED,
                UNKNOWN_PLAN,
                EXPIRED,
                HELD,
                WRONG_ENVIRONMENT,
                LOCATION_GONE,
                BUSY,
                CANNOT,
                UNREADABLE_PLAN,
                NOTHING_HELD,
                READING,
                PAUSED,
                NOT_READ_YET,
                NOTHING_CHOSEN,
                NO_CATEGORIES);
    }

    static PortException.Rejected rejected(String operation, ErrorCode code, String message) {
        return new PortException.Rejected(FailureContext.of(operation).withCode(code), message);
    }
}
