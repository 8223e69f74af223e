package io.tallyport.lightspeed.rseries;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.purchasing.PurchaseErrors;
import java.util.List;

/** The codes of failures at Lightspeed, each with what to do about it. A code keeps its meaning for ever. */
public final class LightspeedErrors {

    public static final ErrorCode TIMEOUT = code(
            1,
            "Lightspeed did not answer in time",
            "try again; if it goes on, raise the read timeout or check the network");
    public static final ErrorCode LOCK_CONFLICT = code(
            3,
            "Somebody else holds or changed this stock at Lightspeed",
            "run the sync again; it reads the stock afresh");
    public static final ErrorCode AUTHENTICATION = code(
            4,
            "Lightspeed does not accept the access token",
            "store a new token with: tallyport connection update NAME --token-stdin (with OAuth: tallyport connection authorize NAME)");
    public static final ErrorCode RIGHTS_TOO_NARROW = code(
            5,
            "The token or its employee may not do this at Lightspeed",
            "grant the scope employee:inventory_read, and employee:inventory and employee:inventory_log to change stock;"
                    + " check the rights of the employee who authorized it");
    public static final ErrorCode WRONG_ACCOUNT =
            code(6, "The token belongs to another Lightspeed account", "correct the account id or the token");
    public static final ErrorCode RATE_LIMIT = code(
            7,
            "Lightspeed's rate limit was hit and did not clear",
            "try later; look for other programs using the account");
    public static final ErrorCode UNREADABLE = code(
            8,
            "Lightspeed's answer could not be read",
            "try again; if it goes on, report it with the operation's name");
    public static final ErrorCode LOCATION_UNKNOWN = code(
            9, "Lightspeed has no shop with this id", "list the locations of the connection and correct the route");
    public static final ErrorCode UNAVAILABLE = code(
            10,
            "Lightspeed cannot be reached or is overloaded",
            "try again later; check the network and Lightspeed's status");
    public static final ErrorCode REFUSED =
            code(11, "Lightspeed refused the request", "read its message; report it if the message does not help");
    public static final ErrorCode INTERRUPTED =
            code(12, "The call was interrupted here", "start it again; reads leave nothing behind");

    public static final ErrorCode BELOW_ZERO = code(
            116,
            "R-Series sets no level below zero",
            "count the item: more was sold than was there; what could not be taken away stays owed");
    public static final ErrorCode MOVED_EACH_TIME = code(
            117,
            "The stock moved at R-Series at each of several tries",
            "nothing, the next sync goes on; should it stay so, look what else changes this item");
    public static final ErrorCode LOG_UNCLEAR = code(
            118,
            "R-Series' log of changes does not show what became of a write",
            "run the sync again; if it stays so, compare the item's history at R-Series with what should be there");
    public static final ErrorCode NOT_ADJUSTABLE = code(
            119,
            "The item has no stock at this shop of R-Series that could be changed",
            "see whether the item is archived, not counted, or has no row at the shop");

    public static final ErrorCode BY_HAND = code(
            124,
            "R-Series lets a person do this, and no program",
            "do it in R-Series itself; what was done there is read back");
    public static final ErrorCode ORDER_MOVED = code(
            125,
            "The purchase order at R-Series is in a state in which this cannot be done",
            "look at it in R-Series; somebody there has begun to check it in, completed it or put it away");

    private LightspeedErrors() {}

    /** All of them, by number. */
    public static List<ErrorCode> all() {
        return List.of(
                TIMEOUT,
                PurchaseErrors.SKU_NOT_FOUND,
                LOCK_CONFLICT,
                AUTHENTICATION,
                RIGHTS_TOO_NARROW,
                WRONG_ACCOUNT,
                RATE_LIMIT,
                UNREADABLE,
                LOCATION_UNKNOWN,
                UNAVAILABLE,
                REFUSED,
                INTERRUPTED,
                BELOW_ZERO,
                MOVED_EACH_TIME,
                LOG_UNCLEAR,
                NOT_ADJUSTABLE,
                BY_HAND,
                ORDER_MOVED);
    }

    private static ErrorCode code(int number, String meaning, String action) {
        return new ErrorCode("LS%03d".formatted(number), meaning, action);
    }
}
