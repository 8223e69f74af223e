package io.tallyport.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.core.connection.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a connection as they were issued together, kept as one secret.
 *
 * @param access for the API
 * @param refresh for the next pair; null where the platform gives none
 * @param obtainedAt when they were asked for, by our clock
 * @param expiresAt when the access token ends, by our clock; null where it does not
 * @param generation grows by one with each pair
 * @param refreshSentAt when the refresh token was sent without an answer so far; null unless it was
 * @param refusedAt when the platform refused the refresh token for good; null unless it did
 */
record TokenRecord(
        Secret access,
        @Nullable Secret refresh,
        Instant obtainedAt,
        @Nullable Instant expiresAt,
        long generation,
        @Nullable Instant refreshSentAt,
        @Nullable Instant refusedAt) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(60);
    private static final int PART_OF_LIFETIME = 10;

    /** Whether it is time for a new one: before the end, so that a call that is under way still gets through. */
    boolean isDue(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt.minus(margin(expiresAt)));
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    private Duration margin(Instant end) {
        Duration part = Duration.between(obtainedAt, end).dividedBy(PART_OF_LIFETIME);
        return part.compareTo(LONGEST_MARGIN) < 0 ? part : LONGEST_MARGIN;
    }

    TokenRecord sentAt(Instant now) {
        return new TokenRecord(
                access, refresh, obtainedAt, expiresAt, generation, refreshSentAt == null ? now : refreshSentAt, null);
    }

    TokenRecord refusedAt(Instant now) {
        return new TokenRecord(access, refresh, obtainedAt, expiresAt, generation, refreshSentAt, now);
    }

    Secret asSecret() {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("access", access.reveal());
        if (refresh != null) {
            json.put("refresh", refresh.reveal());
        }
        json.put("generation", generation);
        put(json, "obtainedAt", obtainedAt);
        put(json, "expiresAt", expiresAt);
        put(json, "refreshSentAt", refreshSentAt);
        put(json, "refusedAt", refusedAt);
        return new Secret(json.toString());
    }

    private static void put(ObjectNode json, String name, @Nullable Instant instant) {
        if (instant != null) {
            json.put(name, instant.toString());
        }
    }

    /** What was stored; empty when it is something else, whose text is never part of a failure. */
    static Optional<TokenRecord> of(Secret stored) {
        try {
            JsonNode json = MAPPER.readTree(stored.reveal());
            String access = json.path("access").asText("");
            Instant obtainedAt = instant(json, "obtainedAt");
            if (access.isBlank() || obtainedAt == null) {
                return Optional.empty();
            }
            return Optional.of(new TokenRecord(
                    new Secret(access),
                    json.path("refresh").asText("").isBlank()
                            ? null
                            : new Secret(json.path("refresh").asText()),
                    obtainedAt,
                    instant(json, "expiresAt"),
                    json.path("generation").asLong(0),
                    instant(json, "refreshSentAt"),
                    instant(json, "refusedAt")));
        } catch (JsonProcessingException notOurs) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant instant(JsonNode json, String name) {
        return json.hasNonNull(name) ? Instant.parse(json.path(name).asText()) : null;
    }
}
