package io.tallyport.sandbox.oauth;

import io.tallyport.sandbox.evidence.Evidence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Every pair that one platform has issued, and what became of it. */
final class TokenLedger implements AccessTokens {

    /** How long a used refresh token can be tried again at most. */
    private static final Duration GRACE = Duration.ofDays(30);

    private final Clock clock;
    private final Dialect dialect;
    private final List<IssuedPair> pairs = new ArrayList<>();
    private final Map<String, IssuedPair> byAccess = new HashMap<>();
    private final Map<String, IssuedPair> byRefresh = new HashMap<>();
    private Rotation rotation;
    private Optional<Duration> accessLife = Optional.empty();
    private Optional<Duration> refreshLife = Optional.empty();

    TokenLedger(Clock clock, Dialect dialect) {
        this.clock = clock;
        this.dialect = dialect;
        this.rotation = dialect.rotation();
    }

    synchronized void become(Rotation other) {
        rotation = other;
    }

    /** Pairs issued from now on live so long; what is empty stays as it is. */
    synchronized void live(Optional<Duration> access, Optional<Duration> refresh) {
        accessLife = access.or(() -> accessLife);
        refreshLife = refresh.or(() -> refreshLife);
    }

    synchronized Rotation rotation() {
        return rotation;
    }

    /** Issues the first pair of a connection. */
    synchronized IssuedPair issue(IssuedPair.Grant grant) {
        return issue(grant, Optional.empty());
    }

    private IssuedPair issue(IssuedPair.Grant grant, Optional<IssuedPair> parent) {
        Instant now = clock.instant();
        Lifetimes lives = dialect.lifetimes(grant).with(accessLife, refreshLife);
        IssuedPair.Times times = new IssuedPair.Times(
                now,
                Optional.of(now.plus(lives.access())).filter(end -> grant.expiring()),
                lives.refresh().map(now::plus).filter(end -> grant.renewable()));
        IssuedPair pair = new IssuedPair(pairs.size() + 1L, grant, parent, dialect.mint(grant, times), times);
        pairs.add(pair);
        byAccess.put(pair.tokens().access(), pair);
        pair.tokens().refresh().ifPresent(refresh -> byRefresh.put(refresh, pair));
        Evidence.secret(pair.tokens().access());
        pair.tokens().refresh().ifPresent(Evidence::secret);
        return pair;
    }

    /** The pair of that refresh token, whatever it is worth. */
    synchronized Optional<IssuedPair> ofRefresh(String refresh) {
        return Optional.ofNullable(byRefresh.get(refresh));
    }

    /**
     * Issues the pair after the one of {@code refresh} and retires what the platform's rule retires.
     *
     * @throws OauthError when the refresh token is not, or no longer, good
     */
    synchronized IssuedPair refresh(String refresh) {
        IssuedPair old = ofRefresh(refresh)
                .orElseThrow(() ->
                        OauthError.invalidGrant("The refresh token is invalid.", "Cannot decrypt the refresh token"));
        Instant now = clock.instant();
        switch (old.refreshStanding(now, GRACE)) {
            case REVOKED -> throw OauthError.invalidGrant("The refresh token is invalid.", "Token has been revoked");
            case EXPIRED -> throw OauthError.invalidGrant("The refresh token is invalid.", "Token has expired");
            default -> {
                // Good as it is.
            }
        }
        switch (rotation) {
            case AT_ONCE -> {
                old.revokeAccess();
                old.revokeRefresh();
            }
            case ON_NEXT_REFRESH -> {
                old.retireAncestors();
                old.refreshedAt(now);
            }
            case ON_FIRST_USE -> {
                // The new pair does it when it is first shown.
            }
        }
        return issue(old.grant(), Optional.of(old));
    }

    @Override
    public synchronized Standing present(String token) {
        IssuedPair pair = byAccess.get(token);
        if (pair == null) {
            return Standing.UNKNOWN;
        }
        Standing standing = pair.accessStanding(clock.instant());
        if (standing == Standing.VALID && !pair.used()) {
            pair.use();
            if (rotation == Rotation.ON_FIRST_USE) {
                pair.retireAncestors();
            }
        }
        return standing;
    }

    @Override
    public synchronized boolean allows(String token, String scope) {
        IssuedPair pair = byAccess.get(token);
        return pair != null && List.of(pair.grant().scope().split("[ ,+]+", -1)).contains(scope);
    }

    /** Takes tokens back; how many pairs were meant. */
    synchronized int revoke(Predicate<IssuedPair> which, boolean access, boolean refresh) {
        List<IssuedPair> meant = pairs.stream().filter(which).toList();
        meant.forEach(pair -> {
            if (access) {
                pair.revokeAccess();
            }
            if (refresh) {
                pair.revokeRefresh();
            }
        });
        return meant.size();
    }

    /** All pairs as they stand, in the order they were issued. */
    synchronized List<Line> lines() {
        Instant now = clock.instant();
        return pairs.stream()
                .map(pair -> new Line(pair, pair.accessStanding(now), pair.refreshStanding(now, GRACE), pair.used()))
                .toList();
    }

    /** A pair as it stands. */
    record Line(IssuedPair pair, Standing access, Standing refresh, boolean used) {}
}
