package io.tallyport.cli;

import io.tallyport.core.access.ApiToken;
import io.tallyport.core.access.Role;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A token as it is shown; never the token itself, but once. */
record TokenView(
        String id,
        String name,
        @Nullable String role,
        Map<String, String> on,
        String createdBy,
        String created,
        @Nullable String expires,
        @Nullable String revoked,
        boolean live) {

    static TokenView of(ApiToken token, Instant now) {
        Map<String, String> on = new TreeMap<>();
        token.grants().on().forEach((connection, role) -> on.put(connection.value(), role.word()));
        return new TokenView(
                token.id(),
                token.name(),
                token.grants().everywhere().map(Role::word).orElse(null),
                on,
                token.createdBy(),
                Times.shown(token.createdAt()),
                Times.shown(token.expiresAt()),
                Times.shown(token.revokedAt()),
                token.isLive(now));
    }

    String roles() {
        String everywhere = role == null ? "" : role;
        return on.isEmpty() ? everywhere : (everywhere + " " + on).strip();
    }
}
