package io.tallyport.core.connection;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.InMemoryTable;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Known locations in memory. */
public final class InMemoryLocationStore implements LocationStore {

    private final InMemoryTable<ConnectionId, KnownLocations> known = new InMemoryTable<>();

    @Override
    public Optional<KnownLocations> find(ConnectionId connection) {
        return known.get(connection).filter(one -> !one.locations().isEmpty());
    }

    @Override
    public void put(ConnectionId connection, KnownLocations list) {
        known.put(
                connection,
                new KnownLocations(list.basis(), list.locations(), list.at().truncatedTo(ChronoUnit.MICROS)));
    }

    @Override
    public void forget(ConnectionId connection) {
        known.remove(connection);
    }
}
