package io.tallyport.core.job;

import java.util.Set;

/**
 * What somebody has to do from time to time so that nothing stays where it is. Each worker does; all calls are safe from
 * several at once.
 */
public interface QueueUpkeep {

    /** Whether a job of these types could be claimed now, or only after {@link #promote}: one cheap read, no lock. */
    boolean isAnythingDue(Set<String> types);

    /**
     * Makes claimable what waited for its time and is due, the earliest first.
     *
     * @return how many, at most {@code limit}
     */
    int promote(int limit);

    /**
     * Takes back jobs of workers whose lease has ended or who are not known, with the reason "Reset due to timeout". The
     * try they were in counts; without another left they are dead.
     *
     * @return how many, at most {@code limit}
     */
    int reap(int limit);

    /**
     * Lets go what is held back without a reason: its group has room or is not parked any more, its identity is not
     * processed, its parents are done. Settling does it at once; this is for what slipped through.
     *
     * @return how many, at most {@code limit}
     */
    int release(int limit);
}
