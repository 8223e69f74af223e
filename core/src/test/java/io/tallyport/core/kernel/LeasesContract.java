package io.tallyport.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Leases} keeps to. */
public interface LeasesContract {

    /** In the hour that daylight saving skips in California, where the tests' JVM lives. */
    Instant START = Instant.parse("2026-03-08T02:30:00.123456Z");

    Duration MINUTE = Duration.ofMinutes(1);

    Leases subject();

    /** The store's clock; set to {@link #START} before each test. */
    SettableClock clock();

    @Test
    default void aFreeLeaseIsGivenFromNowOn() {
        Lease lease = subject().acquire("stock", "one", MINUTE).orElseThrow();

        assertThat(lease.name()).isEqualTo("stock");
        assertThat(lease.holder()).isEqualTo("one");
        assertThat(lease.until()).isEqualTo(START.plus(MINUTE));
        assertThat(subject().current("stock")).contains(lease);
    }

    @Test
    default void aHeldLeaseIsGivenToNobody() {
        Lease lease = subject().acquire("stock", "one", MINUTE).orElseThrow();

        assertThat(subject().acquire("stock", "two", MINUTE)).isEmpty();
        assertThat(subject().acquire("stock", "one", MINUTE)).isEmpty();
        assertThat(subject().current("stock")).contains(lease);
    }

    @Test
    default void aLeaseEndsAtExactlyItsDeadline() {
        subject().acquire("stock", "one", MINUTE);

        clock().advance(MINUTE.minusNanos(1000));
        assertThat(subject().current("stock")).isPresent();
        assertThat(subject().acquire("stock", "two", MINUTE)).isEmpty();

        clock().advance(Duration.ofNanos(1000));
        assertThat(subject().current("stock")).isEmpty();
        assertThat(subject().acquire("stock", "two", MINUTE)).isPresent();
    }

    @Test
    default void theTokenGrowsWithEachHolder() {
        Lease first = subject().acquire("stock", "one", MINUTE).orElseThrow();
        subject().release(first);
        Lease second = subject().acquire("stock", "one", MINUTE).orElseThrow();
        clock().advance(MINUTE);
        Lease third = subject().acquire("stock", "two", MINUTE).orElseThrow();

        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(third.token()).isGreaterThan(second.token());
    }

    @Test
    default void renewingMovesTheEndAndKeepsTheToken() {
        Lease lease = subject().acquire("stock", "one", MINUTE).orElseThrow();
        clock().advance(Duration.ofSeconds(30));

        Lease renewed = subject().renew(lease, MINUTE).orElseThrow();

        assertThat(renewed.token()).isEqualTo(lease.token());
        assertThat(renewed.until()).isEqualTo(START.plusSeconds(90));
        assertThat(subject().current("stock")).contains(renewed);
        assertThat(subject().renew(lease, MINUTE))
                .as("renewing needs no newest copy")
                .isPresent();
    }

    @Test
    default void anEndedLeaseThatNobodyTookIsRenewed() {
        Lease lease = subject().acquire("stock", "one", MINUTE).orElseThrow();
        clock().advance(Duration.ofHours(1));

        assertThat(subject().renew(lease, MINUTE)).isPresent();
        assertThat(subject().acquire("stock", "two", MINUTE)).isEmpty();
    }

    @Test
    default void aLostLeaseIsNotRenewed() {
        Lease lost = subject().acquire("stock", "one", MINUTE).orElseThrow();
        clock().advance(MINUTE);
        Lease taken = subject().acquire("stock", "two", MINUTE).orElseThrow();

        assertThat(subject().renew(lost, MINUTE)).isEmpty();
        assertThat(subject().current("stock")).contains(taken);
    }

    @Test
    default void aLeaseLostToTheSameHolderIsLostAllTheSame() {
        Lease lost = subject().acquire("stock", "one", MINUTE).orElseThrow();
        clock().advance(MINUTE);
        Lease taken = subject().acquire("stock", "one", MINUTE).orElseThrow();

        subject().release(lost);

        assertThat(subject().renew(lost, MINUTE)).isEmpty();
        assertThat(subject().current("stock")).contains(taken);
    }

    @Test
    default void aReleasedLeaseIsFreeAndNotRenewed() {
        Lease lease = subject().acquire("stock", "one", MINUTE).orElseThrow();

        subject().release(lease);

        assertThat(subject().current("stock")).isEmpty();
        assertThat(subject().renew(lease, MINUTE)).isEmpty();
        assertThat(subject().acquire("stock", "two", MINUTE)).isPresent();
    }

    @Test
    default void releasingALostLeaseDoesNothing() {
        Lease lost = subject().acquire("stock", "one", MINUTE).orElseThrow();
        clock().advance(MINUTE);
        Lease taken = subject().acquire("stock", "two", MINUTE).orElseThrow();

        subject().release(lost);

        assertThat(subject().current("stock")).contains(taken);
    }

    @Test
    default void anUnknownNameIsHeldByNobody() {
        assertThat(subject().current("nothing")).isEmpty();
    }

    @Test
    default void namesThatDifferInCaseSpaceOrAccentAreDifferentLeases() {
        for (String name : List.of("a", "A", "a ", "ä")) {
            assertThat(subject().acquire(name, "one", MINUTE)).as(name).isPresent();
        }
    }

    @Test
    default void ofSeveralWhoAskAtOnceExactlyOneGetsIt() {
        IntStream.range(0, 5).forEach(round -> {
            List<Optional<Lease>> answers =
                    Racers.race(8, number -> subject().acquire("race " + round, "holder " + number, MINUTE));

            assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
        });
    }

    @Test
    default void ofSeveralWhoAskForAnEndedLeaseExactlyOneGetsIt() {
        Lease ended = subject().acquire("race", "before", MINUTE).orElseThrow();
        clock().advance(MINUTE);

        List<Optional<Lease>> answers = Racers.race(8, number -> subject().acquire("race", "holder " + number, MINUTE));

        assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(subject().current("race").orElseThrow().token()).isGreaterThan(ended.token());
    }
}
