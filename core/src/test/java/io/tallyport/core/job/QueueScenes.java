package io.tallyport.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the parts of the queue's kit share. */
public interface QueueScenes {

    /** In the hour that daylight saving skips in California, where the tests' JVM lives. */
    Instant START = Instant.parse("2026-03-08T02:30:00.123456Z");

    Duration SECOND = Duration.ofSeconds(1);
    Duration MINUTE = Duration.ofMinutes(1);
    Duration HOUR = Duration.ofHours(1);

    /** Of workers in tests that are about something else. */
    Duration LONG_LEASE = Duration.ofDays(365);

    /** The types that the tests' workers know. */
    Set<String> TYPES = Set.of("work", "other");

    String ANYBODY = "Zoë";

    QueueUnderTest subject();

    /** A job with four tries, due at once. */
    static NewJob work(String name) {
        return new NewJob(
                "work",
                1,
                payload(name),
                Priority.NORMAL,
                Duration.ZERO,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                OnLostParent.CANCEL,
                4);
    }

    static String payload(String name) {
        return "{\"name\":\"" + name + "\"}";
    }

    static WorkerInfo info(String name) {
        return new WorkerInfo(name, "host-1", "0.1");
    }

    default JobId add(NewJob job) {
        return subject().queue().enqueue(job).id();
    }

    /** A worker whose lease does not end. */
    default WorkerId join(String name) {
        return subject().workers().join(info(name), LONG_LEASE);
    }

    default List<ClaimedJob> claim(WorkerId worker, int limit) {
        return subject().queue().claim(worker, TYPES, limit);
    }

    /** The one job that there is to claim. */
    default ClaimedJob claimOnly(WorkerId worker) {
        List<ClaimedJob> claimed = claim(worker, 10);
        assertThat(claimed).as("the one job to claim").hasSize(1);
        return claimed.get(0);
    }

    /** All that can be claimed, one by one, in the order it comes. */
    default List<JobId> claimOneByOne(WorkerId worker) {
        List<JobId> order = new ArrayList<>();
        for (List<ClaimedJob> next = claim(worker, 1); !next.isEmpty(); next = claim(worker, 1)) {
            order.add(next.get(0).id());
        }
        return order;
    }

    /** Settles what is held; none of it may be lost. */
    default void settle(Settlement... settlements) {
        assertThat(subject().queue().settle(List.of(settlements)))
                .as("settlements lost")
                .isEmpty();
    }

    default void complete(ClaimedJob job) {
        settle(Settlement.completed(job, Optional.empty()));
    }

    default void pass(Duration time) {
        subject().clock().advance(time);
    }

    /** What workers do from time to time. */
    default void tend() {
        subject().upkeep().promote(1_000);
        subject().upkeep().reap(1_000);
        subject().upkeep().release(1_000);
    }

    default Job job(JobId id) {
        return subject().history().find(id).orElseThrow();
    }

    default JobState stateOf(JobId id) {
        return job(id).state();
    }

    default List<Transition> transitions(JobId id) {
        return subject().history().transitions(id);
    }

    /** The states that a job came through, the first one first. */
    default List<JobState> path(JobId id) {
        return transitions(id).stream().map(Transition::to).toList();
    }

    static List<JobId> ids(List<ClaimedJob> claimed) {
        return claimed.stream().map(ClaimedJob::id).toList();
    }
}
