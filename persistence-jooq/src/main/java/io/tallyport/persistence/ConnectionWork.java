package io.tallyport.persistence;

import java.sql.Connection;
import java.sql.SQLException;

/** What somebody does to tables of their own, on a connection that is lent to them. */
@FunctionalInterface
public interface ConnectionWork<T> {

    /** Does it; the connection is good until this returns, and its transaction is not theirs to end. */
    T on(Connection connection) throws SQLException;
}
