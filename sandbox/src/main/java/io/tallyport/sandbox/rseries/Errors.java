package io.tallyport.sandbox.rseries;

import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Error answers in the API's forms. */
final class Errors {

    private static final Map<Integer, String> WORDS = Map.of(
            400, "Bad Request",
            401, "Unauthorized",
            403, "Forbidden",
            404, "Not Found",
            405, "Method Not Allowed",
            429, "Too Many Requests",
            500, "Internal Server Error",
            502, "Bad Gateway",
            503, "Service Unavailable");

    private Errors() {}

    /** The common form; not-found and server errors are labelled as HTML, as they may be in life. */
    static SandboxResponse of(int status, String message, Map<String, String> headers) {
        String body = Json.write(Json.object()
                .put("httpCode", Integer.toString(status))
                .put("httpMessage", WORDS.getOrDefault(status, "Error"))
                .put("message", message)
                .put("errorClass", "Exception"));
        return status == 404 || status >= 500
                ? new SandboxResponse(status, headers, "text/html; charset=utf-8", body)
                : SandboxResponse.json(status, headers, body);
    }

    /** The form of authentication errors. */
    static SandboxResponse denied(String hint) {
        return SandboxResponse.json(
                401,
                Map.of(),
                Json.write(Json.object()
                        .put("error", "access_denied")
                        .put("error_description", "The resource owner or authorization server denied the request.")
                        .put("hint", hint)));
    }

    /** What a script's status fault looks like here. */
    static SandboxResponse faulted(int status, Optional<String> retryAfter, RateLimiter limiter) {
        if (status == 401) {
            return denied("Access token has been revoked");
        }
        if (status == 429) {
            return throttled(limiter.pretended(10, retryAfter.orElse("3")));
        }
        Map<String, String> headers = new HashMap<>();
        retryAfter.ifPresent(value -> headers.put("Retry-After", value));
        return of(status, WORDS.getOrDefault(status, "Error"), headers);
    }

    static SandboxResponse throttled(Charge charge) {
        return of(429, "Rate Limit Exceeded", charge.headers());
    }
}
