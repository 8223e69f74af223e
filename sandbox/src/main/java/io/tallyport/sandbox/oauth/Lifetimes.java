package io.tallyport.sandbox.oauth;

import java.time.Duration;
import java.util.Optional;

/**
 * How long tokens live.
 *
 * @param refresh empty where refresh tokens do not expire
 */
record Lifetimes(Duration access, Optional<Duration> refresh) {

    static Lifetimes of(Duration access, Duration refresh) {
        return new Lifetimes(access, Optional.of(refresh));
    }

    Lifetimes with(Optional<Duration> otherAccess, Optional<Duration> otherRefresh) {
        return new Lifetimes(otherAccess.orElse(access), otherRefresh.or(() -> refresh));
    }
}
