package io.tallyport.core.inventory.undo;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.util.List;

/** What backups and undos refuse, as codes to look up. */
public final class UndoErrors {

    public static final ErrorCode UNREADABLE_BACKUP = new ErrorCode(
            "TP081",
            "The backup file cannot be used",
            "use another backup, or make one with: tallyport stock backup CONNECTION --out FILE");
    public static final ErrorCode OTHER_SHOP = new ErrorCode(
            "TP082",
            "The backup is of another account or environment",
            "restore it with the connection that it was made with; see: tallyport connection list");
    public static final ErrorCode NO_ROUTE = new ErrorCode(
            "TP083",
            "It is not said where to restore, or by which route's rules",
            "name the location or the route with --location or --route; see: tallyport route list");
    public static final ErrorCode NOTHING_TO_UNDO = new ErrorCode(
            "TP084",
            "There is nothing to undo",
            "see what each run did with: tallyport runs list, tallyport runs show RUN");

    private UndoErrors() {}

    /** All of them, for the documentation. */
    public static List<ErrorCode> all() {
        return List.of(UNREADABLE_BACKUP, OTHER_SHOP, NO_ROUTE, NOTHING_TO_UNDO);
    }

    static PortException.Rejected rejected(String operation, ErrorCode code, String message) {
        return new PortException.Rejected(FailureContext.of(operation).withCode(code), message);
    }
}
