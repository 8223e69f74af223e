package io.tallyport.sandbox.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What is to go wrong with one request.
 *
 * @param status the answer's status, for {@link FaultKind#STATUS}; 503 unless the script says otherwise
 * @param retryAfter the value of a Retry-After header, in whatever form the script gave it
 * @param delay for {@link FaultKind#SLOW} and {@link FaultKind#LATE}; zero otherwise
 */
public record Fault(FaultKind kind, int status, Optional<String> retryAfter, Duration delay) {

    /** A fault that has nothing to set. */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, 503, Optional.empty(), Duration.ZERO);
    }
}
