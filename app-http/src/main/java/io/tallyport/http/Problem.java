package io.tallyport.http;

import io.javalin.http.Context;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.PortException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A failure as RFC 9457 has it.
 *
 * @param type tells kinds of failures apart: our code where there is one
 * @param title the same for all of its kind
 * @param detail what went wrong this time; never a secret
 * @param code to look up
 * @param action what to do about it
 * @param requestId by which it is found in the log
 */
record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String code,
        @Nullable String action,
        @Nullable String requestId) {

    static final String CONTENT_TYPE = "application/problem+json";

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;

    /** Codes of what is not there. */
    private static final Set<String> MISSING = Set.of("TP120", "TP124", "TP130", "TP155", "TP170");

    /** Codes of what is there, in a state that does not allow it. */
    private static final Set<String> WRONG_STATE = Set.of("TP121", "TP131", "TP156");

    static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, null, null, null);
    }

    static Problem notFound(String what) {
        return of(NOT_FOUND, "There is no such thing", what);
    }

    static Problem badRequest(String detail) {
        return of(BAD_REQUEST, "The request cannot be understood", detail);
    }

    static Problem of(int status, ErrorCode code) {
        return new Problem(type(code), code.meaning(), status, null, code.code(), code.action(), null);
    }

    /** What a use case failed with. */
    static Problem of(PortException failure) {
        Optional<ErrorCode> code = failure.context().code();
        int status = status(failure, code.map(ErrorCode::code).orElse(""));
        return new Problem(
                code.map(Problem::type).orElse("about:blank"),
                code.map(ErrorCode::meaning).orElse("The request could not be carried out"),
                status,
                failure.getMessage(),
                code.map(ErrorCode::code).orElse(null),
                code.map(ErrorCode::action).orElse(null),
                null);
    }

    private static String type(ErrorCode code) {
        return "urn:tallyport:error:" + code.code();
    }

    private static int status(PortException failure, String code) {
        if (MISSING.contains(code)) {
            return NOT_FOUND;
        }
        if (WRONG_STATE.contains(code)) {
            return CONFLICT;
        }
        return switch (failure.kind()) {
            case TRANSIENT, UNKNOWN_OUTCOME -> UNAVAILABLE;
            case REJECTED -> UNPROCESSABLE;
            case CONFLICT -> CONFLICT;
            case AUTHENTICATION, PROTOCOL -> BAD_GATEWAY;
        };
    }

    void answer(Context context) {
        Problem named = new Problem(type, title, status, detail, code, action, RequestId.of(context));
        context.status(status);
        context.result(Json.write(named));
        context.contentType(CONTENT_TYPE);
    }

    /** Ends a request with this problem. */
    Stop stop() {
        return new Stop(this);
    }

    /** Carries a problem to the one place that answers with it. */
    static final class Stop extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        Stop(Problem problem) {
            super(problem.title(), null, false, false);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }
}
