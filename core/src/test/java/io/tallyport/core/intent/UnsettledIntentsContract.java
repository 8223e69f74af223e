package io.tallyport.core.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ConnectionId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link UnsettledIntents} keeps to. */
public interface UnsettledIntentsContract {

    ConnectionId SHOP = new ConnectionId("shop");

    UnsettledIntents subject();

    /** The journal that the same database keeps. */
    IntentJournal intents();

    private Intent recorded(String owner, String connection, int second) {
        Intent intent = Intent.of(
                owner,
                1,
                1,
                "run",
                new ConnectionId(connection),
                "stock.set",
                "payload",
                Instant.parse("2026-11-21T10:00:00Z").plusSeconds(second));
        intents().record(intent);
        return intent;
    }

    @Test
    default void theOpenOnesOfAConnectionComeOldestFirst() {
        Intent late = recorded("late", "shop", 9);
        Intent early = recorded("early", "shop", 1);
        Intent unknown = recorded("unknown", "shop", 5);
        recorded("elsewhere", "other", 2);
        intents().settle(unknown.id(), IntentState.UNKNOWN, "cut");
        int second = 20;
        for (IntentState state : IntentState.values()) {
            Intent settled = recorded("settled " + state, "shop", second++);
            if (!state.isOpen()) {
                intents().settle(settled.id(), state, "");
            } else {
                intents().settle(settled.id(), IntentState.APPLIED, "");
            }
        }

        assertThat(subject().of(SHOP, 10)).containsExactly(early, unknown.settled(IntentState.UNKNOWN, "cut"), late);
        assertThat(subject().of(SHOP, 2)).containsExactly(early, unknown.settled(IntentState.UNKNOWN, "cut"));
        assertThat(subject().of(new ConnectionId("nobody"), 10)).isEmpty();
    }
}
