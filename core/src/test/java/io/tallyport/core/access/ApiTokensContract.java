package io.tallyport.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ConnectionId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link ApiTokens} keeps to. */
public interface ApiTokensContract {

    Instant MADE = Instant.parse("2026-11-21T12:00:00.000001Z");

    ApiTokens tokens();

    private static ApiToken token(String id, Grants grants, int second) {
        return new ApiToken(
                id,
                "for " + id,
                grants,
                "owner",
                MADE.plusSeconds(second),
                Optional.of(MADE.plusSeconds(99)),
                Optional.empty());
    }

    @Test
    default void tokensAreFoundByTheirHash() {
        ApiToken one = token("1", Grants.everywhere(Role.ADMIN), 0);
        ApiToken two = token(
                "2",
                new Grants(
                        Optional.of(Role.VIEWER),
                        Map.of(new ConnectionId("till"), Role.OPERATOR, new ConnectionId("shop"), Role.APPROVER)),
                1);
        ApiToken three = token("3", new Grants(Optional.empty(), Map.of(new ConnectionId("till"), Role.ADMIN)), 2);
        tokens().add(one, "a".repeat(64));
        tokens().add(two, "b".repeat(64));
        tokens().add(three, "c".repeat(64));

        assertThat(tokens().find("b".repeat(64))).contains(two);
        assertThat(tokens().find("d".repeat(64))).isEmpty();
        assertThat(tokens().all()).containsExactly(three, two, one);
    }

    @Test
    default void aTokenIsRevokedOnce() {
        tokens().add(token("1", Grants.everywhere(Role.ADMIN), 0), "a".repeat(64));
        assertThat(tokens().revoke("2", MADE)).isFalse();
        assertThat(tokens().revoke("1", MADE.plusSeconds(5))).isTrue();
        assertThat(tokens().revoke("1", MADE.plusSeconds(6))).isFalse();
        assertThat(tokens().find("a".repeat(64)).orElseThrow().revokedAt()).contains(MADE.plusSeconds(5));
    }
}
