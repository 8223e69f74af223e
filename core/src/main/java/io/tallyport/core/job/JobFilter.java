package io.tallyport.core.job;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which jobs are meant: those that fit all of it.
 *
 * @param states any of these; none means all
 * @param type its name
 * @param group its group's name
 * @param tag one of its tags
 * @param reason why it is where it is
 * @param unacknowledged only those that no person has taken note of
 */
public record JobFilter(
        Set<JobState> states,
        Optional<String> type,
        Optional<String> group,
        Optional<String> tag,
        Optional<String> reason,
        boolean unacknowledged) {

    /** All jobs. */
    public static final JobFilter ALL =
            new JobFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    public JobFilter {
        states = Set.copyOf(states);
    }

    public static JobFilter in(JobState first, JobState... others) {
        return new JobFilter(
                EnumSet.of(first, others),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    public JobFilter ofType(String name) {
        return new JobFilter(states, Optional.of(name), group, tag, reason, unacknowledged);
    }

    public JobFilter inGroup(String name) {
        return new JobFilter(states, type, Optional.of(name), tag, reason, unacknowledged);
    }

    public JobFilter tagged(String name) {
        return new JobFilter(states, type, group, Optional.of(name), reason, unacknowledged);
    }

    public JobFilter because(String word) {
        return new JobFilter(states, type, group, tag, Optional.of(word), unacknowledged);
    }

    public JobFilter notAcknowledged() {
        return new JobFilter(states, type, group, tag, reason, true);
    }
}
