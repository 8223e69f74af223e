package io.tallyport.lightspeed.xseries;

import io.tallyport.core.kernel.ErrorCode;
import java.util.List;

/** The codes of failures at X-Series, each with what to do about it. A code keeps its meaning for ever. */
public final class XSeriesErrors {

    public static final ErrorCode TIMEOUT = code(
            101,
            "X-Series did not answer in time",
            "try again; if it goes on, lower the options page-size.products and page-size.inventory");
    public static final ErrorCode AUTHENTICATION = code(
            102,
            "X-Series does not accept the access token",
            "make a new personal token in the store's setup, or authorise again, and store it with the connection");
    public static final ErrorCode RIGHTS_TOO_NARROW = code(
            103,
            "The token may not do this at X-Series",
            "give it the scopes outlets:read, products:read and inventory:read, and inventory:write to change stock");
    public static final ErrorCode WRONG_STORE =
            code(104, "The token belongs to another X-Series store", "correct the domain prefix or the token");
    public static final ErrorCode RATE_LIMIT = code(
            105,
            "X-Series' rate limit was hit and did not clear",
            "try later; the limit is one for all programs that use this token");
    public static final ErrorCode UNREADABLE = code(
            106,
            "X-Series' answer could not be read",
            "try again; if it was too large, lower the options page-size.products and page-size.inventory");
    public static final ErrorCode OUTLET_UNKNOWN = code(
            107, "The store has no outlet with this id", "list the locations of the connection and correct the route");
    public static final ErrorCode UNAVAILABLE = code(
            108,
            "X-Series cannot be reached or is overloaded",
            "try again later; check the network and Lightspeed's status");
    public static final ErrorCode REFUSED = code(
            109,
            "X-Series refused the request",
            "read its message, check the domain prefix; report it if the message does not help");
    public static final ErrorCode INTERRUPTED =
            code(110, "The call was interrupted here", "start it again; reads leave nothing behind");
    public static final ErrorCode VERSION_WITHDRAWN = code(
            111,
            "X-Series has withdrawn, or is about to withdraw, the API version that was asked",
            "set the connection's option api-version.GROUP, where GROUP is the first word of the operation, to a version"
                    + " that is served");
    public static final ErrorCode VERSION_MISMATCH = code(
            112,
            "X-Series answers in another form than the API version that was asked has",
            "set the connection's option api-version.GROUP, where GROUP is the first word of the operation, to a version"
                    + " that is served");

    public static final ErrorCode NO_ADJUST_REASONS = code(
            113,
            "The X-Series connection has no reasons of its own to adjust stock with",
            "make two custom inventory adjustment reasons in the store, one that adds and one that takes away, for"
                    + " Tallyport alone; connection test NAME then tells their ids, to be set with: tallyport connection"
                    + " update NAME --option adjust-reason-in=ID --option adjust-reason-out=ID");
    public static final ErrorCode ADJUST_REASON_UNFIT = code(
            114,
            "A reason to adjust stock with is not there, is switched off, or has the wrong sign",
            "set the options adjust-reason-in (type POSITIVE) and adjust-reason-out (type NEGATIVE) to custom reasons of"
                    + " the store that nobody else uses");
    public static final ErrorCode ADJUSTMENT_REFUSED = code(
            115,
            "X-Series does not take this adjustment",
            "read its message; the product may be deleted, composite or without inventory");

    public static final ErrorCode NOT_STOCKED = code(
            120,
            "The product has no stock at this outlet of X-Series",
            "receive or count it there once; by a sync it gets no level where it has none");

    public static final ErrorCode CONSIGNMENT_MOVED = code(
            121,
            "The consignment at X-Series is in a state in which this cannot be done",
            "look at it in the store; somebody there, or another program, has brought it on, called it off or deleted it");
    public static final ErrorCode COUNT_NOT_LISTED = code(
            122,
            "X-Series is still listing what an inventory count is about",
            "try again in a minute; completed before, a count would miss products");
    public static final ErrorCode COUNT_WOULD_ZERO = code(
            123,
            "Completing the inventory count would set products to zero that nobody counted",
            "count them, or look through the count in the store and complete it there");

    private XSeriesErrors() {}

    /** All of them, by number. */
    public static List<ErrorCode> all() {
        return List.of(
                TIMEOUT,
                AUTHENTICATION,
                RIGHTS_TOO_NARROW,
                WRONG_STORE,
                RATE_LIMIT,
                UNREADABLE,
                OUTLET_UNKNOWN,
                UNAVAILABLE,
                REFUSED,
                INTERRUPTED,
                VERSION_WITHDRAWN,
                VERSION_MISMATCH,
                NO_ADJUST_REASONS,
                ADJUST_REASON_UNFIT,
                ADJUSTMENT_REFUSED,
                NOT_STOCKED,
                CONSIGNMENT_MOVED,
                COUNT_NOT_LISTED,
                COUNT_WOULD_ZERO);
    }

    private static ErrorCode code(int number, String meaning, String action) {
        return new ErrorCode("LS%03d".formatted(number), meaning, action);
    }
}
