package io.tallyport.remote;

import feign.Request;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.ErrorCode;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One try that did not bring a good answer; never leaves {@link RemoteCalls}. */
final class AttemptFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final boolean last;
    private final int status;
    private final @Nullable String requestId;
    private final transient @Nullable Request request;

    private AttemptFailure(
            Problem problem,
            boolean last,
            int status,
            @Nullable String requestId,
            @Nullable Request request,
            @Nullable Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
        this.last = last;
        this.status = status;
        this.requestId = requestId;
        this.request = request;
    }

    static AttemptFailure answered(Problem problem, Answer<?> answer, Optional<String> requestId) {
        return new AttemptFailure(problem, false, answer.status(), requestId.orElse(null), answer.request(), null);
    }

    /** An answer to a request that carried no token, such as a download. */
    static AttemptFailure answered(Problem problem, int status) {
        return new AttemptFailure(problem, false, status, null, null, null);
    }

    static AttemptFailure unanswered(Problem problem, Throwable cause) {
        return new AttemptFailure(problem, false, 0, null, null, cause);
    }

    /** Nothing was sent this time, and nothing shall be. */
    static AttemptFailure givenUp(String why, ErrorCode code, Optional<Duration> retryAfter) {
        Problem problem = Problem.of(Problem.Kind.NOT_DONE, why, code);
        return new AttemptFailure(retryAfter.map(problem::withRetryAfter).orElse(problem), true, 0, null, null, null);
    }

    Problem problem() {
        return problem;
    }

    /** Whether trying again is out of the question, whatever the problem. */
    boolean isLast() {
        return last;
    }

    /** Whether a header of the request ended in that token. */
    boolean sent(Secret token) {
        return request != null
                && request.headers().values().stream()
                        .flatMap(Collection::stream)
                        .anyMatch(value -> value.endsWith(token.reveal().strip()));
    }

    OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** How long the platform wants to be left alone. */
    Duration asked() {
        return problem.retryAfter().orElse(Duration.ZERO);
    }
}
