package io.tallyport.remote;

import io.tallyport.core.connection.Secret;
import io.tallyport.core.kernel.PortException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An access token that is renewed shortly before it expires, and once after the platform refused it. The store is read
 * for each request, so what another thread or process renewed counts at once. Thread-safe.
 */
final class LivingTokens implements TokenProvider {

    private static final Logger LOG = LoggerFactory.getLogger(LivingTokens.class);
    /** A token that is refused this soon after it was issued would be no better than the next one. */
    private static final Duration YOUNG = Duration.ofSeconds(10);
    /** After a failed renewal ahead of time the present token is used; the next try comes this much later. */
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final TokenRenewal renewal;
    private final RefreshTurns turns;
    private final OAuthGrant.OnRefusal onRefusal;
    private final Clock clock;
    private volatile Instant notBefore = Instant.MIN;

    LivingTokens(TokenRenewal renewal, RefreshTurns turns, OAuthGrant.OnRefusal onRefusal, Clock clock) {
        this.renewal = renewal;
        this.turns = turns;
        this.onRefusal = onRefusal;
        this.clock = clock;
    }

    @Override
    public Secret token() {
        Optional<TokenRecord> stored = renewal.stored();
        if (stored.filter(this::isGood).isPresent()) {
            return stored.get().access();
        }
        Optional<TokenRecord> usable = stored.filter(known -> !known.isExpired(clock.instant()));
        if (usable.isPresent() && clock.instant().isBefore(notBefore)) {
            return usable.get().access();
        }
        try {
            return turns.take(() -> renewal.stored().filter(this::isGood), renewal::renew)
                    .access();
        } catch (PortException failed) {
            return usable.map(known -> stillGood(known, failed)).orElseThrow(() -> failed);
        }
    }

    private boolean isGood(TokenRecord known) {
        return !known.isDue(clock.instant());
    }

    private Secret stillGood(TokenRecord known, PortException failed) {
        notBefore = clock.instant().plus(PAUSE);
        LOG.warn("the present token is used until it ends: {}", failed.describe());
        return known.access();
    }

    @Override
    public boolean refused(Predicate<Secret> wasSent) {
        Optional<TokenRecord> stored = renewal.stored();
        if (stored.isEmpty()) {
            return false;
        }
        if (!wasSent.test(stored.get().access())) {
            return true;
        }
        if (!isWorthRenewing(stored.get())) {
            return false;
        }
        turns.take(() -> renewal.stored().filter(known -> !wasSent.test(known.access())), renewal::renew);
        return true;
    }

    private boolean isWorthRenewing(TokenRecord refused) {
        Instant now = clock.instant();
        return onRefusal == OAuthGrant.OnRefusal.RENEW
                ? !now.isBefore(refused.obtainedAt().plus(YOUNG))
                : refused.isExpired(now);
    }
}
