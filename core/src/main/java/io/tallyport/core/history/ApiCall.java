package io.tallyport.core.history;

import io.tallyport.core.kernel.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One remote call as it went; no body, no header, no token.
 *
 * @param operation the adapter's name for it
 * @param method the HTTP verb
 * @param path without host and with the values of secret parameters removed
 * @param status empty when no answer came
 * @param requestId the vendor's id of the request
 * @param error in a few words, empty on success
 */
public record ApiCall(
        Instant at,
        ConnectionId connection,
        String operation,
        String method,
        String path,
        OptionalInt status,
        Duration took,
        Optional<String> requestId,
        Optional<String> error) {}
