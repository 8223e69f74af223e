package io.tallyport.remote;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.PortException.FieldProblem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with one sending, before it is decided whether to send again.
 *
 * @param message in one line fit for a person, without a token
 * @param code the adapter's code; empty lets the classifier's code for the kind of breakdown stand
 * @param retryAfter what the platform asks for beyond its {@code Retry-After} header
 * @param fields the refused fields, for {@link Kind#REJECTED}
 */
public record Problem(
        Kind kind, String message, Optional<ErrorCode> code, Optional<Duration> retryAfter, List<FieldProblem> fields) {

    /** What is known about the effect, and so what may be done. */
    public enum Kind {
        /** The platform certainly did nothing and may do it later: 429, 503, throttled. */
        NOT_DONE,
        /** It may have been done: a cut connection, no answer in time, 500, 502, 504. */
        LOST,
        /** Something in between answered, such as a web page with status 200; another try may reach the platform. */
        GARBLED,
        /** The platform's answer cannot be read; for a write its effect is unknown. */
        UNREADABLE,
        /** The platform did not understand our request and did nothing: unknown field, wrong version. */
        MISUNDERSTOOD,
        /** The platform understood and said no. */
        REJECTED,
        /** Wrong or too narrow credentials. */
        AUTHENTICATION,
        /** The access token has expired or was revoked: nothing was done, and another token may help. */
        TOKEN_REFUSED,
        /** Somebody else changed the thing first, or holds it. */
        CONFLICT
    }

    public Problem {
        fields = List.copyOf(fields);
    }

    public static Problem of(Kind kind, String message) {
        return new Problem(kind, message, Optional.empty(), Optional.empty(), List.of());
    }

    public static Problem of(Kind kind, String message, ErrorCode code) {
        return of(kind, message).withCode(code);
    }

    public static Problem unreadable(String message) {
        return of(Kind.UNREADABLE, message);
    }

    public Problem withCode(ErrorCode errorCode) {
        return new Problem(kind, message, Optional.of(errorCode), retryAfter, fields);
    }

    public Problem withRetryAfter(Duration wait) {
        return new Problem(kind, message, code, Optional.of(wait), fields);
    }

    public Problem withFields(List<FieldProblem> problems) {
        return new Problem(kind, message, code, retryAfter, problems);
    }

    /** For code that reads an answer inside {@link RemoteCalls#call} and finds that it cannot be used. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
