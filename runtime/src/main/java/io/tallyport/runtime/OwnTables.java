package io.tallyport.runtime;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Lets a store of the embedding service work on the service's own tables within Tallyport's transactions, where those tables stand in
 * Tallyport's database (and schema). Thread-safe.
 *
 * <p>A store that is wired by {@link TallyportBuilder#purchaseOrders} gets one. What it runs by this is part of the unit of work that is
 * open on the thread, on that unit's connection, and so commits or vanishes with what Tallyport stores in it. Where none is open it
 * is a transaction of its own. A store that writes over any other connection, even one to the same database, takes part in nothing.
 */
public interface OwnTables {

    /**
     * Runs work on the service's tables. It may be run again when the database asks for that, so it contains nothing that must happen
     * once.
     *
     * @param operation what is done, in words, for messages
     * @throws io.tallyport.core.kernel.PortException for what the database says. The open unit of work does not commit then, whoever
     *     catches it; what is expected, such as a key that is there already, is therefore caught as SQLException within the work
     */
    <T> T call(String operation, Work<T> work);

    /** What is done on the connection. */
    @FunctionalInterface
    interface Work<T> {

        /**
         * Does it. The connection is lent: whoever commits, rolls back or closes it gets an IllegalStateException, and nothing of the
         * transaction stays.
         */
        T on(Connection connection) throws SQLException;
    }
}
