package io.tallyport.sandbox.oauth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One access token and, where the grant has it, the refresh token that came with it; guarded by the ledger's lock. */
final class IssuedPair {

    private final long id;
    private final Grant grant;
    private final Optional<IssuedPair> parent;
    private final Tokens tokens;
    private final Times times;
    private boolean accessRevoked;
    private boolean refreshRevoked;
    private boolean used;
    private Optional<Instant> firstRefreshed = Optional.empty();

    /** What is handed out. */
    record Tokens(String access, Optional<String> refresh) {}

    /** From when and until when; empty for ever. */
    record Times(Instant issued, Optional<Instant> accessUntil, Optional<Instant> refreshUntil) {}

    /** What the pair was given for. */
    record Grant(String type, String scope, boolean expiring, boolean renewable) {}

    IssuedPair(long id, Grant grant, Optional<IssuedPair> parent, Tokens tokens, Times times) {
        this.id = id;
        this.grant = grant;
        this.parent = parent;
        this.tokens = tokens;
        this.times = times;
    }

    long id() {
        return id;
    }

    /** The id of the first pair of the connection that this one continues. */
    long family() {
        IssuedPair first = this;
        while (first.parent.isPresent()) {
            first = first.parent.get();
        }
        return first.id;
    }

    Grant grant() {
        return grant;
    }

    Tokens tokens() {
        return tokens;
    }

    Times times() {
        return times;
    }

    /** The life that the access token was given; empty for ever. */
    Optional<Long> secondsToLive() {
        return times.accessUntil().map(this::secondsUntil);
    }

    long secondsUntil(Instant end) {
        return Duration.between(times.issued(), end).toSeconds();
    }

    boolean used() {
        return used;
    }

    void use() {
        used = true;
    }

    void revokeAccess() {
        accessRevoked = true;
    }

    void revokeRefresh() {
        refreshRevoked = true;
    }

    /** Retires the refresh tokens that led here. */
    void retireAncestors() {
        for (Optional<IssuedPair> one = parent; one.isPresent(); one = one.get().parent) {
            one.get().revokeRefresh();
        }
    }

    void refreshedAt(Instant now) {
        firstRefreshed = firstRefreshed.or(() -> Optional.of(now));
    }

    Standing accessStanding(Instant now) {
        return standing(accessRevoked, times.accessUntil(), now);
    }

    /** {@code grace} ends the life of a refresh token that was used once. */
    Standing refreshStanding(Instant now, Duration grace) {
        boolean graceOver =
                firstRefreshed.filter(at -> !now.isBefore(at.plus(grace))).isPresent();
        return standing(refreshRevoked || graceOver, times.refreshUntil(), now);
    }

    private static Standing standing(boolean revoked, Optional<Instant> until, Instant now) {
        if (revoked) {
            return Standing.REVOKED;
        }
        return until.filter(end -> !now.isBefore(end)).isPresent() ? Standing.EXPIRED : Standing.VALID;
    }
}
