package io.tallyport.core.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Schedules as they are kept. Thread-safe. */
public interface Schedules {

    /** Adds a schedule or replaces the one with its name. */
    void put(Schedule schedule, Instant next);

    /** Whether there was one. */
    boolean remove(String name);

    List<Kept> list();

    /**
     * Moves on a schedule that is due and enqueues its job, in one transaction: of several who try, one does it.
     *
     * @param due as it was listed; nothing happens when it has changed since
     * @param next when it is due again
     * @param runs whether its job is enqueued now, or this time is left out
     * @return whether this call moved it
     */
    boolean fire(Kept due, Instant next, boolean runs);

    /** The database's time. */
    Instant now();

    /**
     * A schedule and how far it is.
     *
     * @param next when it is due
     * @param last when it was last due and its job enqueued
     */
    record Kept(Schedule schedule, Instant next, Optional<Instant> last) {}
}
