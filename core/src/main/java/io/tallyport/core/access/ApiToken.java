package io.tallyport.core.access;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known about a token; never the token itself.
 *
 * @param id what it is named by when it is revoked
 * @param name what it is for, in a person's words
 * @param expiresAt after which it opens nothing
 * @param revokedAt since when it opens nothing
 */
public record ApiToken(
        String id,
        String name,
        Grants grants,
        String createdBy,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt) {

    private static final int NAME = 100;

    public ApiToken {
        if (name.isBlank() || name.length() > NAME) {
            throw new IllegalArgumentException("a token has a name of at most " + NAME + " characters");
        }
    }

    /** Whether it opens anything at that time. */
    public boolean isLive(Instant now) {
        return revokedAt.isEmpty()
                && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
    }
}
