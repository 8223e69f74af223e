package io.tallyport.core.job;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever happens to workers and lines, no job is lost and none is done by two. */
public interface ProbeContract extends QueueScenes {

    /** How many probes there are; each needs a storage of its own or one whose jobs have all ended. */
    default int probes() {
        return Boolean.getBoolean("tallyport.thorough") ? 1_000 : 100;
    }

    @Test
    default void nothingIsLostOrDoneByTwoWhateverHappens() {
        for (long seed = 0; seed < probes(); seed++) {
            long one = seed;
            assertThatCode(() -> QueueProbe.run(subject(), one))
                    .as("probe with seed %d", seed)
                    .doesNotThrowAnyException();
            // What the next one shall not see.
            subject()
                    .desk()
                    .discard(
                            subject()
                                    .history()
                                    .list(JobFilter.in(JobState.DEAD), Optional.empty(), 1_000)
                                    .items()
                                    .stream()
                                    .map(Job::id)
                                    .toList(),
                            ANYBODY);
            pass(HOUR);
            subject().desk().prune(MINUTE, 10_000);
            subject().workers().forget(MINUTE);
        }
    }
}
