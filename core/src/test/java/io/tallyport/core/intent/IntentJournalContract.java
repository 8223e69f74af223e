package io.tallyport.core.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Racers;
import io.tallyport.core.kernel.Undone;
import io.tallyport.core.kernel.UnitOfWork;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link IntentJournal} keeps to. */
public interface IntentJournalContract {

    Instant AT = Instant.parse("2026-03-08T02:30:00.123456Z");

    IntentJournal subject();

    UnitOfWork unitOfWork();

    private static Intent intent(String owner, int chunk, int generation) {
        return Intent.of(
                owner,
                chunk,
                generation,
                "run-1",
                new ConnectionId("shop"),
                "stock.set",
                "AVAILABLE\tlocation\turi\nitem\t5\t4",
                AT);
    }

    @Test
    default void whatWasRecordedIsFoundAgain() {
        Intent intent = intent("plan-1", 17, 2);

        subject().record(intent);

        assertThat(subject().find("plan-1/17/2")).contains(intent);
    }

    @Test
    default void aLongPayloadIsKeptToTheLetter() {
        String payload = "größe\t\\ 'x' \"y\" 🛒\r\n ".repeat(10_000);
        Intent intent = Intent.of("plan", 1, 1, "run", new ConnectionId("shop"), "stock.set", payload, AT);

        subject().record(intent);

        assertThat(subject().find(intent.id())).contains(intent);
    }

    @Test
    default void theSameIdTwiceIsAConflictAndTheFirstStays() {
        Intent first = intent("plan-1", 1, 1);
        subject().record(first);
        Intent second = Intent.of("plan-1", 1, 1, "run-2", new ConnectionId("shop"), "stock.set", "other", AT);

        assertThatThrownBy(() -> subject().record(second)).isInstanceOf(PortException.Conflict.class);
        assertThatThrownBy(() -> subject().record(first)).isInstanceOf(PortException.Conflict.class);

        assertThat(subject().find(first.id())).contains(first);
    }

    @Test
    default void aConflictDoesNotSpoilTheUnitOfWork() {
        subject().record(intent("plan-1", 1, 1));

        unitOfWork().inOne(() -> {
            assertThatThrownBy(() -> subject().record(intent("plan-1", 1, 1)))
                    .isInstanceOf(PortException.Conflict.class);
            subject().record(intent("plan-1", 1, 2));
        });

        assertThat(subject().ofOwner("plan-1")).hasSize(2);
    }

    @Test
    default void anOpenIntentIsSettledOnce() {
        Intent intent = intent("plan-1", 1, 1);
        subject().record(intent);

        assertThat(subject().settle(intent.id(), IntentState.APPLIED, "gid 1")).isTrue();
        assertThat(subject().settle(intent.id(), IntentState.NOT_APPLIED, "late"))
                .isFalse();
        assertThat(subject().settle(intent.id(), IntentState.APPLIED, "again")).isFalse();

        assertThat(subject().find(intent.id())).contains(intent.settled(IntentState.APPLIED, "gid 1"));
    }

    @Test
    default void anUnknownOutcomeIsStillOpen() {
        Intent intent = intent("plan-1", 1, 1);
        subject().record(intent);

        assertThat(subject().settle(intent.id(), IntentState.UNKNOWN, "timed out"))
                .isTrue();
        assertThat(subject().settle(intent.id(), IntentState.UNKNOWN, "timed out again"))
                .isTrue();
        assertThat(subject().settle(intent.id(), IntentState.AMBIGUOUS, "nothing proves it"))
                .isTrue();
        assertThat(subject().settle(intent.id(), IntentState.APPLIED, "")).isFalse();

        assertThat(subject().find(intent.id())).contains(intent.settled(IntentState.AMBIGUOUS, "nothing proves it"));
    }

    @Test
    default void settlingAnIntentThatIsNotThereIsFalse() {
        assertThat(subject().settle("nothing/1/1", IntentState.APPLIED, "")).isFalse();
        assertThat(subject().find("nothing/1/1")).isEmpty();
    }

    @Test
    default void theIntentsOfAnOwnerComeByChunkAndGenerationAsNumbers() {
        subject().record(intent("plan-1", 10, 1));
        subject().record(intent("plan-1", 2, 11));
        subject().record(intent("plan-1", 2, 2));
        subject().record(intent("plan-10", 1, 1));

        assertThat(subject().ofOwner("plan-1"))
                .extracting(Intent::id)
                .containsExactly("plan-1/2/2", "plan-1/2/11", "plan-1/10/1");
        assertThat(subject().ofOwner("nobody")).isEmpty();
    }

    @Test
    default void ownersThatDifferInCaseSpaceOrAccentAreDifferent() {
        for (String owner : List.of("a", "A", "a ", "ä")) {
            subject().record(intent(owner, 1, 1));
        }

        for (String owner : List.of("a", "A", "a ", "ä")) {
            assertThat(subject().ofOwner(owner)).containsExactly(intent(owner, 1, 1));
        }
    }

    @Test
    default void timesAreKeptToTheMicrosecond() {
        subject()
                .record(Intent.of(
                        "plan", 1, 1, "run", new ConnectionId("shop"), "stock.set", "payload", AT.plusNanos(999)));

        assertThat(subject().find("plan/1/1").orElseThrow().recordedAt()).isEqualTo(AT);
    }

    @Test
    default void aFailedUnitOfWorkLeavesThemAsTheyWere() {
        Intent intent = intent("plan-1", 1, 1);
        subject().record(intent);

        Undone.in(unitOfWork(), () -> {
            subject().settle(intent.id(), IntentState.APPLIED, "");
            subject().record(intent("plan-1", 2, 1));
        });

        assertThat(subject().ofOwner("plan-1")).containsExactly(intent);
    }

    @Test
    default void ofSeveralWhoSettleAtOnceExactlyOneWins() {
        for (int round = 0; round < 5; round++) {
            Intent intent = intent("race", round, 1);
            subject().record(intent);

            List<Boolean> answers =
                    Racers.race(8, number -> subject().settle(intent.id(), IntentState.APPLIED, "by " + number));

            assertThat(answers).containsOnlyOnce(true);
        }
    }

    @Test
    default void ofSeveralWhoRecordTheSameIdAtOnceExactlyOneWins() {
        for (int round = 0; round < 5; round++) {
            Intent intent = intent("race", round, 1);

            List<Boolean> answers = Racers.race(8, number -> {
                try {
                    subject().record(intent);
                    return true;
                } catch (PortException.Conflict taken) {
                    return false;
                }
            });

            assertThat(answers).containsOnlyOnce(true);
        }
    }
}
