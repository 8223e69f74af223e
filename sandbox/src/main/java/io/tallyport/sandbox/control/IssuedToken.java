package io.tallyport.sandbox.control;

import java.time.Instant;
import java.util.Optional;

/**
 * A pair of tokens that an authorization server issued, with its texts masked.
 *
 * @param id counts from 1 on each platform
 * @param grant the grant it goes back to
 * @param accessState VALID, EXPIRED or REVOKED
 * @param used whether the access token was shown to the platform's API
 * @param refreshState as {@code accessState}; empty where there is no refresh token
 */
public record IssuedToken(
        long id,
        String grant,
        String access,
        String accessState,
        boolean used,
        Instant issuedAt,
        Optional<Instant> accessUntil,
        Optional<String> refresh,
        Optional<String> refreshState,
        Optional<Instant> refreshUntil) {}
