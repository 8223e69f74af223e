package io.tallyport.core.job;

import static io.tallyport.core.job.QueueScenes.info;
import static io.tallyport.core.job.QueueScenes.work;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is known of workers. */
public interface WorkersContract extends QueueScenes {

    private Workers.Seen seen(WorkerId id) {
        return subject().another().workers().list().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void aWorkerIsSeenByAll() {
        WorkerInfo info = new WorkerInfo("Zoë 1", "kasse-1.example", "0.1.0");

        WorkerId id = subject().workers().join(info, MINUTE);

        assertThat(seen(id)).isEqualTo(new Workers.Seen(id, info, START, START, true, 0, 0, 0));
    }

    @Test
    default void eachLifeIsAnotherWorker() {
        WorkerId first = join("w");
        WorkerId second = join("w");

        assertThat(second).isNotEqualTo(first);
        assertThat(subject().workers().list()).extracting(Workers.Seen::id).contains(first, second);
    }

    @Test
    default void aHeartbeatTellsHowItIs() {
        WorkerId id = join("w");
        subject()
                .queue()
                .enqueue(IntStream.range(0, 3).mapToObj(i -> work("j" + i)).toList());
        claim(id, 3);
        pass(SECOND);

        subject().queue().renew(id, new Pulse(2, 123_456_789_012L, List.of()), MINUTE);

        assertThat(seen(id))
                .isEqualTo(new Workers.Seen(id, info("w"), START, START.plus(SECOND), true, 3, 2, 123_456_789_012L));
    }

    @Test
    default void aWorkerIsAliveUntilItsLeaseEnds() {
        WorkerId id = subject().workers().join(info("w"), MINUTE);
        pass(MINUTE.minusNanos(1_000));
        assertThat(seen(id).alive()).isTrue();

        pass(HOUR);

        assertThat(seen(id).alive()).isFalse();
        assertThat(seen(id).lastSeen()).isEqualTo(START);
    }

    @Test
    default void aWorkerThatLeftIsNotAlive() {
        WorkerId id = join("w");

        subject().workers().leave(id);
        subject().workers().leave(id);

        assertThat(seen(id).alive()).isFalse();
        assertThat(subject().history().statistics().activeWorkers()).isZero();
    }

    @Test
    default void theNewestIsListedFirst() {
        WorkerId first = join("first");
        pass(SECOND);
        WorkerId second = join("second");
        pass(SECOND);
        WorkerId third = join("third");

        assertThat(subject().workers().list()).extracting(Workers.Seen::id).containsExactly(third, second, first);
    }

    @Test
    default void whoLeftIsListedForADay() {
        WorkerId left = join("left");
        subject().workers().leave(left);
        WorkerId there = join("there");
        pass(HOUR.multipliedBy(25));

        assertThat(subject().workers().list()).extracting(Workers.Seen::id).containsExactly(there);
    }

    @Test
    default void thoseNotSeenForLongAreForgotten() {
        subject().workers().join(info("old"), MINUTE);
        pass(Duration.ofDays(8));
        WorkerId young = join("young");

        assertThat(subject().workers().forget(Duration.ofDays(7))).isEqualTo(1);
        assertThat(subject().workers().forget(Duration.ofDays(7))).isZero();

        assertThat(subject().workers().list()).extracting(Workers.Seen::id).containsExactly(young);
    }
}
