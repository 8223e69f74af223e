package io.tallyport.sandbox.shopify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What became of each idempotency key, for 24 hours.
 *
 * <p>An attempt that ended in user errors counts as failed. One that was turned away before it began, for arguments that
 * cannot be right, leaves no trace.
 */
final class IdempotencyLedger {

    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final Clock clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    IdempotencyLedger(Clock clock) {
        this.clock = clock;
    }

    /** What to do about a request with a key. */
    enum Verdict {
        RUN,
        REPLAY,
        CONCURRENT_REQUEST,
        KEY_PARAMETER_MISMATCH,
        PREVIOUS_ATTEMPT_FAILED
    }

    private record Entry(String fingerprint, Instant at, Optional<Payload<?>> outcome) {}

    /** Takes the key where the verdict is to run; {@link #end} or {@link #forget} must follow. */
    synchronized Verdict begin(String key, String fingerprint) {
        dropExpired();
        Entry entry = entries.get(key);
        if (entry == null) {
            entries.put(key, new Entry(fingerprint, clock.instant(), Optional.empty()));
            return Verdict.RUN;
        }
        if (!entry.fingerprint.equals(fingerprint)) {
            return Verdict.KEY_PARAMETER_MISMATCH;
        }
        if (entry.outcome.isEmpty()) {
            return Verdict.CONCURRENT_REQUEST;
        }
        return entry.outcome.get().failed() ? Verdict.PREVIOUS_ATTEMPT_FAILED : Verdict.REPLAY;
    }

    synchronized void end(String key, Payload<?> outcome) {
        entries.computeIfPresent(key, (k, entry) -> new Entry(entry.fingerprint, entry.at, Optional.of(outcome)));
    }

    synchronized void forget(String key) {
        entries.remove(key);
    }

    synchronized Optional<Payload<?>> outcome(String key) {
        return Optional.ofNullable(entries.get(key)).flatMap(Entry::outcome);
    }

    synchronized boolean knows(String key) {
        return entries.containsKey(key);
    }

    private void dropExpired() {
        Instant oldest = clock.instant().minus(REMEMBERED);
        Iterator<Entry> all = entries.values().iterator();
        while (all.hasNext()) {
            if (all.next().at.isAfter(oldest)) {
                return;
            }
            all.remove();
        }
    }
}
