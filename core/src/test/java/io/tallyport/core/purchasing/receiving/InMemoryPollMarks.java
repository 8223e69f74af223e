package io.tallyport.core.purchasing.receiving;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.InMemoryTable;
import java.util.Optional;

/** How far each connection has been read, in memory. */
public final class InMemoryPollMarks implements PollMarks {

    private final InMemoryTable<String, Cursor> marks = new InMemoryTable<>();

    @Override
    public Optional<Cursor> find(ConnectionId connection) {
        return marks.get(connection.value());
    }

    @Override
    public void put(ConnectionId connection, Cursor next) {
        marks.put(connection.value(), next);
    }
}
