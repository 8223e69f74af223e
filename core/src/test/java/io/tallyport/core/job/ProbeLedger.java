package io.tallyport.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a probe has been told, and what must therefore be so. */
final class ProbeLedger {

    private final long seed;
    private final Set<JobId> added = new LinkedHashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<JobId, Long> newestFence = new HashMap<>();
    private final Map<JobId, Integer> claims = new HashMap<>();
    private final Set<List<Long>> settled = new HashSet<>();

    ProbeLedger(long seed) {
        this.seed = seed;
    }

    void added(JobId id) {
        added.add(id);
    }

    Set<JobId> added() {
        return added;
    }

    /** Of a call that failed before it was made. */
    void refused(String payload) {
        refused.add(payload);
    }

    void claimed(ClaimedJob job) {
        long before = newestFence.getOrDefault(job.id(), -1L);
        assertThat(job.fence()).as("seed %d: fence of job %s", seed, job.id()).isGreaterThan(before);
        newestFence.put(job.id(), job.fence());
        claims.merge(job.id(), 1, Integer::sum);
    }

    void settled(Settlement settlement) {
        assertThat(settlement.fence())
                .as("seed %d: only the newest holder of job %s settles it", seed, settlement.id())
                .isEqualTo(newestFence.get(settlement.id()));
        assertThat(settled.add(List.of(settlement.id().value(), settlement.fence())))
                .as("seed %d: job %s is settled once", seed, settlement.id())
                .isTrue();
    }

    /** No group has more than its limit in process, and no identity more than one. */
    void checkRunning(List<Job> running) {
        Map<JobGroup, Integer> groups = new HashMap<>();
        Set<String> identities = new HashSet<>();
        for (Job job : running) {
            job.group().ifPresent(group -> groups.merge(group, 1, Integer::sum));
            job.identity()
                    .ifPresent(key -> assertThat(identities.add(key))
                            .as("seed %d: one of identity %s", seed, key)
                            .isTrue());
        }
        groups.forEach((group, count) -> assertThat(count)
                .as("seed %d: running in group %s", seed, group.name())
                .isLessThanOrEqualTo(group.limit()));
    }

    void checkEnd(List<Job> all, JobHistory history) {
        Map<JobId, Job> found = new HashMap<>();
        all.forEach(job -> found.put(job.id(), job));
        assertThat(found.keySet()).as("seed %d: none lost", seed).containsAll(added);
        for (Job job : all) {
            assertThat(job.state().isFinal())
                    .as("seed %d: job %s has ended: %s", seed, job.id(), job)
                    .isTrue();
            assertThat(refused).as("seed %d", seed).doesNotContain(job.payload());
            assertThat(job.attempts()).isBetween(0, job.maxAttempts());
            checkHistory(job, history.transitions(job.id()));
        }
    }

    private void checkHistory(Job job, List<Transition> steps) {
        assertThat(steps).as("seed %d: history of job %s", seed, job.id()).isNotEmpty();
        assertThat(steps.get(0).by()).isEqualTo("enqueue");
        Optional<JobState> before = Optional.empty();
        int tries = 0;
        for (Transition step : steps) {
            tries += step.to() == JobState.PROCESSING ? 1 : 0;
            assertThat(before.filter(from -> !mayFollow(from, step.to())))
                    .as("seed %d: what came before %s in the life of job %s: %s", seed, step, job.id(), steps)
                    .isEmpty();
            before = Optional.of(step.to());
        }
        assertThat(before)
                .as("seed %d: the last step of job %s", seed, job.id())
                .contains(job.state());
        assertThat(tries)
                .as("seed %d: tries of job %s in its history", seed, job.id())
                .isGreaterThanOrEqualTo(claims.getOrDefault(job.id(), 0));
    }

    private static boolean mayFollow(JobState from, JobState to) {
        return switch (from) {
            case COMPLETED -> false;
            case DEAD, CANCELLED -> to == JobState.PENDING;
            case PROCESSING -> to != JobState.PROCESSING && to != JobState.BLOCKED;
            case BLOCKED -> to != JobState.FAILED && !(to.isFinal() && to != JobState.CANCELLED);
            case PENDING, FAILED -> to == from || to == JobState.PROCESSING || to == JobState.CANCELLED;
        };
    }
}
