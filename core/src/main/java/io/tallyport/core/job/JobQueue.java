package io.tallyport.core.job;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Keeps jobs until they are done. Durable, shared by all processes that use one database, thread-safe; its time is the
 * database's.
 *
 * <p>A call counts once it has returned: then its transaction is committed, unless it joins the caller's unit of work,
 * with which it commits or vanishes.
 *
 * <p><b>Order.</b> By rank, see {@link Priority}; among equals by no promise. Several workers start jobs at the same time.
 */
public interface JobQueue {

    /**
     * Adds jobs, all or none.
     *
     * <p>With an identity that waits in another transaction not yet committed, the call waits for that one; so enqueue
     * last in a transaction.
     *
     * @return one for each, in their order
     * @throws io.tallyport.core.kernel.PortException.Conflict when one with its key waits and its identity says FAIL
     * @throws io.tallyport.core.kernel.PortException.Rejected when a parent does not exist
     * @throws io.tallyport.core.kernel.PortException.Transient when the database cannot be reached or another
     *     transaction holds a key for too long
     */
    List<Enqueued> enqueue(List<NewJob> jobs);

    /** Adds one job. */
    default Enqueued enqueue(NewJob job) {
        return enqueue(List.of(job)).get(0);
    }

    /**
     * Takes jobs that may start now, the lowest ranks first, and counts a try for each. They are the worker's until its
     * lease ends, see {@link #renew}. Jobs whose group has no room or whose identity is being processed are passed over.
     *
     * <p>When the answer is lost, jobs may be the worker's that it does not know of, and its heartbeat would keep them. So it
     * claims under a new name then, and leaves under the old one when what it knows of is settled.
     *
     * @param worker whose lease must not have ended, else nothing is claimed
     * @param types which it can handle; others are left alone
     * @param limit at most this many, at least 1
     */
    List<ClaimedJob> claim(WorkerId worker, Set<String> types, int limit);

    /** A worker's heartbeat: all its claims are its own for another {@code lease}, unless they have been taken back. */
    Renewal renew(WorkerId worker, Pulse pulse, Duration lease);

    /**
     * Ends claims and lets go what waited for them. One that a person has asked to stop is cancelled when it would have been
     * tried again or handed back.
     *
     * @return those of {@code settlements} that had been lost: their fence is old, and nothing was changed for them
     */
    List<Settlement> settle(List<Settlement> settlements);
}
