package io.tallyport.core.history;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of one thing in one run.
 *
 * @param entity what it is about, a SKU for stock
 * @param operation such as {@code set available}
 * @param status such as {@code WRITTEN} or {@code REFUSED}
 * @param before value before, as text with its unit understood from the operation
 * @param after value after
 * @param code why, where it is not a plain success
 * @param message for a person
 */
public record SyncEntry(
        RunId run,
        Instant at,
        String entity,
        String operation,
        String status,
        Optional<String> before,
        Optional<String> after,
        Optional<String> code,
        String message) {}
