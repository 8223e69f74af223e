package io.tallyport.sandbox.xseries;

import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Error answers in the API's forms. */
final class Errors {

    private static final Map<Integer, String> WORDS = Map.of(
            400, "bad request",
            401, "Access token is not valid",
            403, "permission denied",
            404, "not found",
            410, "Gone",
            500, "Internal Server Error",
            502, "Bad Gateway",
            503, "Service Unavailable",
            504, "Gateway Timeout");

    private Errors() {}

    static SandboxResponse of(int status, String message, Map<String, String> headers) {
        return SandboxResponse.json(status, headers, Json.write(Json.object().put("error", message)));
    }

    /** The form that goes with {@code status}. */
    static SandboxResponse of(int status, Map<String, String> headers) {
        return of(status, WORDS.getOrDefault(status, "error " + status), headers);
    }

    static SandboxResponse throttled(Charge charge) {
        return SandboxResponse.json(
                429,
                charge.headers(),
                Json.write(Json.object().put("error", "Too Many Requests").put("message", "Rate limiting enforced")));
    }

    /** What a script's status fault looks like here. */
    static SandboxResponse faulted(int status, Optional<String> retryAfter, RateLimiter limiter) {
        if (status == 429) {
            return throttled(limiter.pretended(retryAfter));
        }
        Map<String, String> headers = new HashMap<>();
        retryAfter.ifPresent(value -> headers.put("Retry-After", value));
        return of(status, headers);
    }
}
