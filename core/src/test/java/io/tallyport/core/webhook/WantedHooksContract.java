package io.tallyport.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ConnectionId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link WantedHooks} keeps to. */
public interface WantedHooksContract {

    Instant SEEN = Instant.parse("2026-11-21T12:00:00.000001Z");

    WantedHooks wanted();

    private static WantedHook hook(String connection, String topic) {
        return new WantedHook(new ConnectionId(connection), topic, SEEN, Optional.empty());
    }

    @Test
    default void wantedHooksAreKeptByConnectionAndTopic() {
        wanted().put(hook("till", "sale.update"));
        wanted().put(hook("till", "consignment.send"));
        wanted().put(hook("shop", "sale.update"));

        assertThat(wanted().all())
                .containsExactly(
                        hook("shop", "sale.update"), hook("till", "consignment.send"), hook("till", "sale.update"));
    }

    @Test
    default void aWantedHookIsReplacedAndRemoved() {
        wanted().put(hook("till", "sale.update"));
        WantedHook broken = new WantedHook(
                new ConnectionId("till"), "sale.update", SEEN.plusSeconds(1), Optional.of(SEEN.minusSeconds(9)));
        wanted().put(broken);
        assertThat(wanted().all()).containsExactly(broken);

        assertThat(wanted().remove(broken.connection(), "other")).isFalse();
        assertThat(wanted().remove(broken.connection(), broken.topic())).isTrue();
        assertThat(wanted().all()).isEmpty();
    }
}
