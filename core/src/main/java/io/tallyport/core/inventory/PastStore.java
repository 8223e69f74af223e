package io.tallyport.core.inventory;

import java.time.Instant;
import java.util.List;

/** Counts and removes what is past. Joins the caller's unit of work; thread-safe. */
public interface PastStore {

    /** How many there are that may go, of before that time. */
    long count(Past what, Instant before);

    /**
     * Removes some of what {@link #count} counts, the oldest first: at most {@code most}, and what goes with them. Pre-images
     * go with their intents and are not removed by themselves.
     *
     * @return how many; fewer than {@code most} when none is left
     */
    int remove(Past what, Instant before, int most);

    /** The oldest plans that {@link #remove} would take next, at most {@code most}. */
    List<PlanRecord> oldestPlans(Instant before, int most);
}
