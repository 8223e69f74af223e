package io.tallyport.sandbox.http;

import java.util.Arrays;
import java.util.Optional;

/** The ways in which a remote API can go wrong, by the names a fault script gives them. */
public enum FaultKind {
    /** An error status of the platform's own shape; 429 is the platform's way of throttling. */
    STATUS("status"),
    /** A page of HTML with status 200, as a proxy or a login wall sends it. */
    HTML("html"),
    /** The request is handled at once and answered late. */
    SLOW("slow"),
    /** The connection is cut and nothing happened. */
    CUT_BEFORE("cut-before"),
    /** The request takes effect, then the connection is cut. */
    CUT_AFTER("cut-after"),
    /** The connection is cut at once and the request takes effect later. */
    LATE("late"),
    /** Just before a write is handled, one of the quantities it is about changes by one. */
    STALE("stale"),
    /** A page repeats the rows of the page before it. */
    DUPLICATE_PAGE("duplicate-page"),
    /** A page lacks rows, and paging goes on as if nothing were missing. */
    TRUNCATED_PAGE("truncated-page"),
    /** The answer says that another API version was used than the one asked for. */
    WRONG_VERSION("wrong-version");

    private final String scriptName;

    FaultKind(String scriptName) {
        this.scriptName = scriptName;
    }

    /** The name used in fault scripts. */
    public String scriptName() {
        return scriptName;
    }

    /** The kind of that name, empty when there is none. */
    public static Optional<FaultKind> named(String scriptName) {
        return Arrays.stream(values())
                .filter(kind -> kind.scriptName.equals(scriptName))
                .findFirst();
    }
}
