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
            "The token may not read this at X-Series",
            "give it the scopes outlets:read, products:read and inventory:read");
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
                VERSION_MISMATCH);
    }

    private static ErrorCode code(int number, String meaning, String action) {
        return new ErrorCode("LS%03d".formatted(number), meaning, action);
    }
}
