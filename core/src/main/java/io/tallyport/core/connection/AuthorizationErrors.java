package io.tallyport.core.connection;

import io.tallyport.core.kernel.ErrorCode;

/** The codes of what can go wrong between a platform's token server and us, the same for all platforms. */
public final class AuthorizationErrors {

    private static final String AGAIN = "authorize again with: tallyport connection authorize NAME";

    /** The refresh token is not taken any more. */
    public static final ErrorCode ENDED =
            new ErrorCode("TP040", "The authorization of the connection has ended", AGAIN);

    /** The refresh token was spent by a request whose answer never came. */
    public static final ErrorCode REFRESH_LOST = new ErrorCode(
            "TP041", "The platform replaced the tokens, and the answer that held the new ones was lost", AGAIN);

    /** Nobody has authorized yet. */
    public static final ErrorCode NOT_YET = new ErrorCode(
            "TP042",
            "The connection has not been authorized yet",
            "authorize it with: tallyport connection authorize NAME");

    /** The app itself is not known or its secret is wrong. */
    public static final ErrorCode CLIENT_REFUSED = new ErrorCode(
            "TP043",
            "The platform does not accept the client id or the client secret",
            "correct them with: tallyport connection update NAME --client-id ID --client-secret-env VAR");

    /** What came back is not the answer to our question. */
    public static final ErrorCode FOREIGN_ANSWER = new ErrorCode(
            "TP044",
            "The answer does not belong to this authorization",
            "begin anew with: tallyport connection authorize NAME (and use the address that it prints)");

    /** The owner, or the platform, said no. */
    public static final ErrorCode DECLINED = new ErrorCode(
            "TP045",
            "The authorization was not granted",
            "begin anew with: tallyport connection authorize NAME (and agree to what the platform asks)");

    /** Somebody else is renewing and does not come to an end. */
    public static final ErrorCode BUSY =
            new ErrorCode("TP046", "The tokens of the connection are being renewed elsewhere", "try again in a minute");

    /** The token server did not give tokens, for a reason that may pass. */
    public static final ErrorCode NOT_RENEWED = new ErrorCode(
            "TP047",
            "The tokens of the connection could not be renewed",
            "try again later; if it goes on, look at the platform's status");

    /** The connection does not use an authorization at all. */
    public static final ErrorCode NOT_OFFERED = new ErrorCode(
            "TP048",
            "The connection is not one to authorize",
            "set how it authenticates with: tallyport connection update NAME --auth oauth --client-id ID"
                    + " --client-secret-env VAR");

    private AuthorizationErrors() {}
}
