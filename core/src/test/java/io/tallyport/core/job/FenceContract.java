package io.tallyport.core.job;

import static io.tallyport.core.job.QueueScenes.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Racers;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Only the newest claim of a job counts. */
public interface FenceContract extends QueueScenes {

    @Test
    default void eachClaimOfAJobHasAGreaterFence() {
        add(work("a"));
        WorkerId worker = join("w");
        ClaimedJob first = claimOnly(worker);
        settle(Settlement.handedBack(first, ""));
        ClaimedJob second = claimOnly(join("v"));
        settle(Settlement.handedBack(second, ""));
        ClaimedJob third = claimOnly(worker);

        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(third.fence()).isGreaterThan(second.fence());
    }

    @Test
    default void onlyTheNewestClaimIsHeld() {
        JobId id = add(work("a"));
        WorkerId worker = join("w");
        ClaimedJob first = claimOnly(worker);
        assertThat(subject().fence().isHeld(id, first.fence())).isTrue();
        assertThat(subject().fence().isHeld(id, first.fence() + 1)).isFalse();
        assertThat(subject().fence().isHeld(new JobId(id.value() + 1_000), first.fence()))
                .isFalse();

        settle(Settlement.handedBack(first, ""));
        assertThat(subject().fence().isHeld(id, first.fence())).isFalse();
        ClaimedJob second = claimOnly(worker);

        assertThat(subject().fence().isHeld(id, first.fence())).isFalse();
        assertThat(subject().another().fence().isHeld(id, second.fence())).isTrue();
        complete(second);
        assertThat(subject().fence().isHeld(id, second.fence())).isFalse();
    }

    @Test
    default void aStaleSettlementIsReturnedAndChangesNothing() {
        JobId id = add(work("a"));
        ClaimedJob stale = claimOnly(subject().workers().join(QueueScenes.info("w"), MINUTE));
        pass(MINUTE.multipliedBy(2));
        subject().upkeep().reap(10);
        WorkerId holder = join("v");
        ClaimedJob held = claimOnly(holder);
        Job before = job(id);
        List<Transition> path = transitions(id);
        List<Settlement> late = List.of(
                Settlement.completed(stale, Optional.of("late")),
                Settlement.retry(stale, MINUTE, "transient", "late"),
                Settlement.dead(stale, "rejected", "late"),
                Settlement.cancelled(stale, "late"),
                Settlement.handedBack(stale, "late"),
                Settlement.parked(stale, MINUTE, "refused", "late"));

        for (Settlement settlement : late) {
            assertThat(subject().queue().settle(List.of(settlement))).containsExactly(settlement);
            assertThat(job(id)).isEqualTo(before);
            assertThat(transitions(id)).isEqualTo(path);
        }
        complete(held);
    }

    @Test
    default void aClaimIsSettledOnce() {
        JobId id = add(work("a"));
        ClaimedJob held = claimOnly(join("w"));
        complete(held);
        Settlement again = Settlement.retry(held, MINUTE, "transient", "again");

        assertThat(subject().queue().settle(List.of(again))).containsExactly(again);
        assertThat(stateOf(id)).isEqualTo(JobState.COMPLETED);
    }

    @Test
    default void ofManyOnlyTheLostOnesComeBack() {
        subject()
                .queue()
                .enqueue(IntStream.range(0, 700).mapToObj(i -> work("j" + i)).toList());
        WorkerId worker = join("w");
        List<ClaimedJob> held = claim(worker, 700);
        complete(held.get(100));
        complete(held.get(600));
        List<Settlement> all = held.stream()
                .map(job -> Settlement.completed(job, Optional.empty()))
                .toList();

        assertThat(subject().queue().settle(all)).containsExactlyInAnyOrder(all.get(100), all.get(600));
        assertThat(subject().history().statistics().count(JobState.COMPLETED)).isEqualTo(700);
    }

    @Test
    default void ofSeveralWhoSettleOneClaimExactlyOneDoes() {
        add(work("a"));
        ClaimedJob held = claimOnly(join("w"));

        List<List<Settlement>> lost = Racers.race(4, number -> {
            QueueUnderTest own = number % 2 == 0 ? subject() : subject().another();
            return own.queue().settle(List.of(Settlement.completed(held, Optional.of("" + number))));
        });

        assertThat(lost).filteredOn(List::isEmpty).hasSize(1);
        assertThat(path(held.id())).containsExactly(JobState.PENDING, JobState.PROCESSING, JobState.COMPLETED);
    }
}
