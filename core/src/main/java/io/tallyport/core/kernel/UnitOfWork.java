package io.tallyport.core.kernel;

import java.util.function.Supplier;

/**
 * One transaction over all stores of one database.
 *
 * <p>Either everything that the body stored is there afterwards, or nothing. The body may be run again when the database
 * asks for it (a deadlock, a lost certification), so it contains no remote call and nothing else that must happen once.
 * What it stored counts only when {@code inOne} has returned. A unit inside a unit joins it.
 */
public interface UnitOfWork {

    /**
     * Runs {@code body} in one transaction.
     *
     * @throws PortException.Transient when the database could not commit after several tries; nothing is stored then
     * @throws PortException.UnknownOutcome when the database was lost during the commit; all of it is stored, or nothing
     */
    <T> T inOne(Supplier<T> body);

    /**
     * Runs something once what the thread's open unit of work stored counts; at once when none is open. Not at all when the
     * unit fails, or when the commit is somebody else's, as it is here unless said otherwise; so nothing may depend on it:
     * it is for what only makes others look sooner. It runs on the same thread, should be quick, and what it throws goes no
     * further.
     */
    default void afterCommit(Runnable action) {}

    /** Runs {@code body} in one transaction. */
    default void inOne(Runnable body) {
        inOne(() -> {
            body.run();
            return Boolean.TRUE;
        });
    }
}
