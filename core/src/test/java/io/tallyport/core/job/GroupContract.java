package io.tallyport.core.job;

import static io.tallyport.core.job.QueueScenes.ids;
import static io.tallyport.core.job.QueueScenes.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Racers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of some jobs only so many run at once. */
public interface GroupContract extends QueueScenes {

    private List<JobId> addToGroup(String group, int limit, int count) {
        List<NewJob> jobs = IntStream.range(0, count)
                .mapToObj(i -> work(group + i).inGroup(group, limit))
                .toList();
        return subject().queue().enqueue(jobs).stream().map(Enqueued::id).toList();
    }

    @Test
    default void noMoreThanTheLimitIsClaimedAtOnce() {
        addToGroup("till", 2, 5);
        WorkerId worker = join("w");

        List<ClaimedJob> claimed = claim(worker, 10);

        assertThat(claimed).hasSize(2);
        assertThat(claim(worker, 10)).isEmpty();
        assertThat(claim(join("v"), 10)).isEmpty();
        assertThat(subject().upkeep().isAnythingDue(TYPES)).isFalse();
    }

    @Test
    default void whatIsSettledMakesRoomForAsMany() {
        List<JobId> all = addToGroup("till", 2, 5);
        WorkerId worker = join("w");
        List<JobId> order = new ArrayList<>();
        List<ClaimedJob> running = new ArrayList<>(claim(worker, 10));
        while (!running.isEmpty()) {
            assertThat(running).hasSizeLessThanOrEqualTo(2);
            ClaimedJob done = running.remove(0);
            order.add(done.id());
            complete(done);
            running.addAll(claim(worker, 10));
        }

        assertThat(order).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    default void aRetryMakesRoomAtOnce() {
        addToGroup("till", 1, 2);
        WorkerId worker = join("w");
        ClaimedJob first = claimOnly(worker);
        assertThat(claim(worker, 10)).isEmpty();

        settle(Settlement.retry(first, HOUR, "transient", "later"));

        ClaimedJob second = claimOnly(worker);
        assertThat(second.id()).isNotEqualTo(first.id());
        complete(second);
    }

    @Test
    default void aFullGroupBlocksNobodyBehindIt() {
        addToGroup("till", 1, 60);
        pass(SECOND);
        JobId free = add(work("free"));
        JobId shop = addToGroup("shop", 1, 1).get(0);
        WorkerId worker = join("w");
        assertThat(claim(worker, 1)).hasSize(1);

        assertThat(ids(claim(worker, 2))).containsExactlyInAnyOrder(free, shop);
    }

    @Test
    default void eachJobGoesByItsOwnLimit() {
        JobId wide = add(work("wide").inGroup("till", 3));
        pass(SECOND);
        JobId narrow = add(work("narrow").inGroup("till", 1));
        pass(SECOND);
        JobId wideToo = add(work("wide too").inGroup("till", 3));
        WorkerId worker = join("w");

        assertThat(ids(claim(worker, 10))).containsExactlyInAnyOrder(wide, wideToo);
        assertThat(stateOf(narrow)).isEqualTo(JobState.PENDING);
    }

    @Test
    default void groupsThatDifferInCaseSpaceOrAccentAreDifferent() {
        for (String name : List.of("a", "A", "a ", "ä")) {
            addToGroup(name, 1, 2);
        }

        assertThat(claim(join("w"), 10)).hasSize(4);
    }

    @Test
    default void aDeadWorkersJobsMakeRoom() {
        addToGroup("till", 1, 2);
        WorkerId gone = subject().workers().join(QueueScenes.info("gone"), MINUTE);
        claimOnly(gone);
        WorkerId worker = join("w");
        assertThat(claim(worker, 10)).isEmpty();
        pass(MINUTE.multipliedBy(2));

        tend();

        assertThat(claim(worker, 10)).hasSize(1);
    }

    @Test
    default void aParkedGroupRestsUntilItsTime() {
        List<JobId> all = addToGroup("till", 2, 3);
        JobId later = add(work("later").inGroup("till", 2).after(MINUTE));
        WorkerId worker = join("w");
        ClaimedJob first = claim(worker, 1).get(0);

        settle(Settlement.parked(first, MINUTE.multipliedBy(15), "authentication", "the token is not accepted"));

        assertThat(claim(worker, 10)).isEmpty();
        pass(MINUTE.multipliedBy(14));
        tend();
        assertThat(claim(worker, 10)).isEmpty();
        assertThat(subject().upkeep().isAnythingDue(TYPES)).isFalse();
        pass(MINUTE);
        tend();
        List<JobId> ran = new ArrayList<>();
        for (List<ClaimedJob> next = claim(worker, 10); !next.isEmpty(); next = claim(worker, 10)) {
            next.forEach(this::complete);
            ran.addAll(ids(next));
        }
        assertThat(ran).hasSize(4).containsAll(all).contains(later);
    }

    @Test
    default void whatRunsWhileItsGroupIsParkedMayEnd() {
        addToGroup("till", 2, 2);
        List<ClaimedJob> both = claim(join("w"), 2);

        settle(Settlement.parked(both.get(0), MINUTE, "refused", "closed"));
        complete(both.get(1));

        assertThat(stateOf(both.get(1).id())).isEqualTo(JobState.COMPLETED);
    }

    @Test
    default void aParkedGroupHindersNoOther() {
        addToGroup("till", 1, 30);
        WorkerId worker = join("w");
        settle(Settlement.parked(claim(worker, 1).get(0), HOUR, "refused", "closed"));
        pass(SECOND);
        JobId free = add(work("free"));

        assertThat(ids(claim(worker, 1))).containsExactly(free);
    }

    @Test
    default void aParkedJobLosesNoTryAndSaysWhy() {
        JobId id = add(work("a").inGroup("till", 1));
        ClaimedJob held = claimOnly(join("w"));

        settle(Settlement.parked(held, MINUTE, "authentication", "the token is not accepted"));

        Job job = job(id);
        assertThat(job.state()).isEqualTo(JobState.PENDING);
        assertThat(job.attempts()).isZero();
        assertThat(job.availableAt()).isEqualTo(START.plus(MINUTE));
        assertThat(job.reason()).isEqualTo("authentication");
        assertThat(job.message()).isEqualTo("the token is not accepted");
    }

    @Test
    default void withoutAGroupOnlyTheParkedJobWaits() {
        JobId id = add(work("a"));
        WorkerId worker = join("w");
        ClaimedJob held = claimOnly(worker);
        JobId other = add(work("b"));

        settle(Settlement.parked(held, MINUTE, "refused", "closed"));

        assertThat(claimOnly(worker).id()).isEqualTo(other);
        pass(MINUTE);
        tend();
        assertThat(claimOnly(worker).id()).isEqualTo(id);
    }

    @Test
    default void ofManyWhoClaimAtOnceNoMoreThanTheLimitGetOne() {
        addToGroup("till", 3, 40);

        List<List<ClaimedJob>> claimed = Racers.race(4, number -> {
            QueueUnderTest own = number % 2 == 0 ? subject() : subject().another();
            WorkerId worker = own.workers().join(QueueScenes.info("w" + number), LONG_LEASE);
            List<ClaimedJob> got = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                got.addAll(own.queue().claim(worker, TYPES, 2));
            }
            return got;
        });

        assertThat(claimed.stream().mapToInt(List::size).sum()).isBetween(1, 3);
    }
}
