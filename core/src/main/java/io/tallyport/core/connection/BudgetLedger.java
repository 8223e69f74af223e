package io.tallyport.core.connection;

import java.time.Duration;

/**
 * Shares each platform account's rate budget among everybody who keeps it in the same ledger: threads, processes, hosts.
 *
 * <p>Nobody asks for each call: a holder reserves a slice of at most one second's worth (more only when a single call
 * needs more), spends it by itself, and reserves the next. Reservations queue up: each is taken from the budget at once,
 * into debt if need be, and says how long to wait for it, so that two never wait for the same points. Slices of busy
 * holders are equally large, so each gets an equal part. What a holder does not spend within the slice's life is void.
 *
 * <p>All methods are atomic and thread-safe, do not join the caller's unit of work, and go by one clock for all.
 *
 * <p>All of them throw {@link io.tallyport.core.kernel.PortException.Transient} when the ledger cannot be reached;
 * nothing has been granted then.
 */
public interface BudgetLedger {

    /**
     * Reserves a slice, and tells what the holder knows.
     *
     * @param initial what the budget is until the platform has said more; matters for the first reservation only
     * @param points what the next call needs; the slice has at least as many, or as the whole budget has when full
     */
    BudgetSlice reserve(BudgetKey key, BudgetReading initial, BudgetReport report, double points);

    /** Tells what a holder knows, when it is worth telling at once: a larger plan. Nothing for an unknown key. */
    void report(BudgetKey key, BudgetReport report);

    /** No slice reserved from now on may be spent before {@code length} is over. Nothing for an unknown key. */
    void pause(BudgetKey key, Duration length);
}
