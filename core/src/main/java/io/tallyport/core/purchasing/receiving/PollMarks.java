package io.tallyport.core.purchasing.receiving;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Cursor;
import java.util.Optional;

/** Keeps how far the consignments of each connection have been read. Joins the caller's unit of work; thread-safe. */
public interface PollMarks {

    /** Where the next read begins; empty before the first. */
    Optional<Cursor> find(ConnectionId connection);

    /** Puts it in place of the one before. */
    void put(ConnectionId connection, Cursor next);
}
