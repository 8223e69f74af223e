package io.tallyport.core.job;

import static io.tallyport.core.job.QueueScenes.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told about jobs. */
public interface HistoryContract extends QueueScenes {

    private List<JobId> list(JobFilter filter) {
        return subject().history().list(filter, Optional.empty(), 100).items().stream()
                .map(Job::id)
                .toList();
    }

    private List<JobId> page(JobFilter filter, int size) {
        List<JobId> all = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<Job> page = subject().history().list(filter, next, size);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            page.items().forEach(job -> all.add(job.id()));
            next = page.next();
        } while (next.isPresent());
        return all;
    }

    @Test
    default void anUnknownJobIsNotThere() {
        assertThat(subject().history().find(new JobId(987_654_321))).isEmpty();
        assertThat(transitions(new JobId(987_654_321))).isEmpty();
    }

    @Test
    default void eachStepOfALifeIsKept() {
        JobId id = add(work("a"));
        pass(SECOND);
        ClaimedJob first = claimOnly(join("Zoë's worker"));
        pass(SECOND);
        settle(Settlement.retry(first, SECOND, "transient", "away"));
        pass(SECOND);
        tend();
        ClaimedJob second = claimOnly(join("another"));
        pass(SECOND);
        complete(second);

        assertThat(transitions(id))
                .extracting(
                        Transition::at,
                        Transition::to,
                        Transition::by,
                        Transition::attempt,
                        Transition::reason,
                        Transition::message)
                .containsExactly(
                        tuple(START, JobState.PENDING, "enqueue", 0, "", ""),
                        tuple(START.plus(SECOND), JobState.PROCESSING, "Zoë's worker", 1, "", ""),
                        tuple(
                                START.plus(SECOND.multipliedBy(2)),
                                JobState.FAILED,
                                "Zoë's worker",
                                1,
                                "transient",
                                "away"),
                        tuple(START.plus(SECOND.multipliedBy(3)), JobState.PROCESSING, "another", 2, "", ""),
                        tuple(START.plus(SECOND.multipliedBy(4)), JobState.COMPLETED, "another", 2, "", ""));
    }

    @Test
    default void stepsOfOneMomentStayInTheirOrder() {
        JobId id = add(work("a").withMaxAttempts(9));
        WorkerId worker = join("w");
        for (int i = 0; i < 3; i++) {
            settle(Settlement.handedBack(claimOnly(worker), "round " + i));
        }
        complete(claimOnly(worker));

        assertThat(path(id))
                .containsExactly(
                        JobState.PENDING,
                        JobState.PROCESSING,
                        JobState.PENDING,
                        JobState.PROCESSING,
                        JobState.PENDING,
                        JobState.PROCESSING,
                        JobState.PENDING,
                        JobState.PROCESSING,
                        JobState.COMPLETED);
    }

    @Test
    default void promotingIsNoStep() {
        JobId id = add(work("a").after(MINUTE));
        pass(MINUTE);
        tend();

        assertThat(path(id)).containsExactly(JobState.PENDING);
    }

    @Test
    default void eachFilterLeavesOutTheOthers() {
        JobId plain = add(work("plain"));
        JobId tagged = add(work("tagged").withTags("Rot", "blau").inGroup("till", 1));
        JobId dead = add(work("dead").withPriority(Priority.CRITICAL));
        settle(Settlement.dead(claim(join("w"), 1).get(0), "rejected", ""));

        assertThat(list(JobFilter.ALL)).containsExactlyInAnyOrder(plain, tagged, dead);
        assertThat(list(JobFilter.in(JobState.PENDING))).containsExactlyInAnyOrder(plain, tagged);
        assertThat(list(JobFilter.in(JobState.DEAD, JobState.COMPLETED))).containsExactly(dead);
        assertThat(list(JobFilter.in(JobState.COMPLETED))).isEmpty();
        assertThat(list(JobFilter.ALL.ofType("work"))).hasSize(3);
        assertThat(list(JobFilter.ALL.ofType("other"))).isEmpty();
        assertThat(list(JobFilter.ALL.inGroup("till"))).containsExactly(tagged);
        assertThat(list(JobFilter.ALL.inGroup("TILL"))).isEmpty();
        assertThat(list(JobFilter.ALL.tagged("Rot"))).containsExactly(tagged);
        assertThat(list(JobFilter.ALL.tagged("blau"))).containsExactly(tagged);
        assertThat(list(JobFilter.ALL.tagged("rot"))).isEmpty();
        assertThat(list(JobFilter.ALL.tagged("bla"))).as("no part of a tag").isEmpty();
        assertThat(list(JobFilter.ALL.tagged("%"))).isEmpty();
        assertThat(list(JobFilter.ALL.because("rejected"))).containsExactly(dead);
        assertThat(list(JobFilter.ALL.because("transient"))).isEmpty();
        assertThat(list(JobFilter.in(JobState.DEAD).notAcknowledged())).containsExactly(dead);
        assertThat(list(JobFilter.in(JobState.PENDING)
                        .inGroup("till")
                        .tagged("Rot")
                        .ofType("work")))
                .containsExactly(tagged);
    }

    @Test
    default void pagesShowEachJobOnceInOneOrder() {
        subject()
                .queue()
                .enqueue(IntStream.range(0, 23).mapToObj(i -> work("j" + i)).toList());
        WorkerId worker = join("w");
        for (int i = 0; i < 5; i++) {
            complete(claim(worker, 1).get(0));
            pass(SECOND);
        }
        settle(Settlement.dead(claim(worker, 1).get(0), "rejected", ""));
        add(work("later").after(HOUR));
        List<JobId> all = list(JobFilter.ALL);

        assertThat(all).hasSize(24).doesNotHaveDuplicates();
        assertThat(page(JobFilter.ALL, 7)).isEqualTo(all);
        assertThat(page(JobFilter.ALL, 1)).isEqualTo(all);
        assertThat(page(JobFilter.ALL, 24)).isEqualTo(all);
        assertThat(page(JobFilter.in(JobState.PENDING), 3)).hasSize(18).isSubsetOf(all);
    }

    @Test
    default void whatIsToRunFirstOrEndedFirstIsAtTheFront() {
        JobId later = add(work("later").after(HOUR));
        JobId sooner = add(work("sooner").after(MINUTE));
        assertThat(list(JobFilter.in(JobState.PENDING))).containsExactly(sooner, later);

        pass(HOUR);
        tend();
        WorkerId worker = join("w");
        List<ClaimedJob> both = claim(worker, 2);
        ClaimedJob first = both.get(0).id().equals(later) ? both.get(0) : both.get(1);
        ClaimedJob second = both.get(0).id().equals(later) ? both.get(1) : both.get(0);
        complete(first);
        pass(SECOND);
        complete(second);

        assertThat(list(JobFilter.in(JobState.COMPLETED))).containsExactly(later, sooner);
    }

    @Test
    default void anEmptyQueueHasEmptyStatistics() {
        QueueStatistics statistics = subject().history().statistics();

        assertThat(statistics.counts().values()).allMatch(count -> count == 0);
        assertThat(statistics.oldestDue()).isEmpty();
        assertThat(statistics.recent()).isEmpty();
        assertThat(statistics.activeWorkers()).isZero();
        assertThat(statistics.deadUnacknowledged()).isZero();
        assertThat(list(JobFilter.ALL)).isEmpty();
    }

    @Test
    default void statisticsTellHowTheQueueStands() {
        WorkerId worker = join("w");
        subject().workers().join(QueueScenes.info("asleep"), SECOND);
        subject().workers().leave(join("left"));
        add(work("failed"));
        settle(Settlement.retry(claimOnly(worker), HOUR, "transient", ""));
        add(work("dead"));
        settle(Settlement.dead(claimOnly(worker), "rejected", ""));
        add(work("held"));
        claimOnly(worker);
        add(work("high").withPriority(Priority.HIGH));
        pass(MINUTE);
        JobId low = add(work("low").withPriority(Priority.LOW).after(HOUR));
        add(work("blocked").waitingFor(List.of(low), OnLostParent.CANCEL));

        QueueStatistics statistics = subject().history().statistics();

        assertThat(statistics.count(JobState.PENDING)).isEqualTo(2);
        assertThat(statistics.count(JobState.PROCESSING)).isEqualTo(1);
        assertThat(statistics.count(JobState.FAILED)).isEqualTo(1);
        assertThat(statistics.count(JobState.DEAD)).isEqualTo(1);
        assertThat(statistics.count(JobState.BLOCKED)).isEqualTo(1);
        assertThat(statistics.count(JobState.COMPLETED)).isZero();
        assertThat(statistics.pendingByPriority())
                .containsEntry(Priority.HIGH, 1L)
                .containsEntry(Priority.NORMAL, 1L)
                .containsEntry(Priority.LOW, 1L);
        assertThat(statistics.processingByWorker()).containsOnly(Map.entry(worker, 1L));
        assertThat(statistics.deadUnacknowledged()).isEqualTo(1);
        assertThat(statistics.oldestDue()).contains(MINUTE);
        assertThat(statistics.activeWorkers()).isEqualTo(1);
    }

    @Test
    default void statisticsTellHowLongTriesTook() {
        WorkerId worker = join("w");
        for (int i = 1; i <= 20; i++) {
            add(work("j" + i));
            ClaimedJob held = claimOnly(worker);
            pass(SECOND.multipliedBy(i));
            complete(held);
        }

        QueueStatistics.Times times = subject().history().statistics().recent().orElseThrow();

        assertThat(times.tries()).isEqualTo(20);
        assertThat(times.average()).isEqualTo(Duration.ofMillis(10_500));
        assertThat(times.p95()).isBetween(Duration.ofSeconds(19), Duration.ofSeconds(20));
    }
}
