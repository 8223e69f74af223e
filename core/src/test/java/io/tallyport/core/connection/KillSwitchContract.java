package io.tallyport.core.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Racers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link KillSwitch} keeps to. */
public interface KillSwitchContract {

    KillSwitch.Stop FIRST = new KillSwitch.Stop(Instant.parse("2026-03-08T02:30:00.123456Z"), "Zoë", "zählt falsch");

    KillSwitch.Stop SECOND = new KillSwitch.Stop(Instant.parse("2026-11-01T08:30:00Z"), "Ann", "me too");

    KillSwitch subject();

    @Test
    default void nothingIsStoppedAtFirst() {
        assertThat(subject().stopped()).isEmpty();
        assertThat(subject().resume()).isFalse();
    }

    @Test
    default void aStopIsSeenWithItsReason() {
        subject().stop(FIRST);

        assertThat(subject().stopped()).contains(FIRST);
    }

    @Test
    default void theFirstReasonStays() {
        subject().stop(FIRST);
        subject().stop(SECOND);

        assertThat(subject().stopped()).contains(FIRST);
    }

    @Test
    default void afterResumingItCanBeStoppedAgain() {
        subject().stop(FIRST);

        assertThat(subject().resume()).isTrue();
        assertThat(subject().stopped()).isEmpty();
        assertThat(subject().resume()).isFalse();

        subject().stop(SECOND);
        assertThat(subject().stopped()).contains(SECOND);
    }

    @Test
    default void theTimeIsKeptToTheMicrosecond() {
        subject().stop(new KillSwitch.Stop(Instant.parse("2026-03-08T02:30:00.123456789Z"), "Zoë", "zählt falsch"));

        assertThat(subject().stopped()).contains(FIRST);
    }

    @Test
    default void ofSeveralWhoStopAtOnceOneReasonStaysAndEverybodySeesIt() {
        List<String> seen = Racers.race(8, number -> {
            subject().stop(new KillSwitch.Stop(FIRST.at(), "actor " + number, "race"));
            return subject().stopped().orElseThrow().actor();
        });

        assertThat(seen).containsOnly(subject().stopped().orElseThrow().actor());
    }
}
