package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.KNOWN_LOCATIONS;

import io.tallyport.core.connection.KnownLocations;
import io.tallyport.core.connection.Location;
import io.tallyport.core.connection.LocationStore;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.persistence.schema.tables.records.KnownLocationsRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Known locations as rows, in the order of the list. A list of none is kept as none at all. */
final class JooqLocationStore implements LocationStore {

    private final Transactions transactions;

    JooqLocationStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<KnownLocations> find(ConnectionId connection) {
        return transactions.call("find locations", sql -> {
            List<KnownLocationsRecord> rows = sql.selectFrom(KNOWN_LOCATIONS)
                    .where(KNOWN_LOCATIONS.CONNECTION_ID.eq(connection.value()))
                    .orderBy(KNOWN_LOCATIONS.LINE_NO)
                    .fetch();
            return rows.stream()
                    .findFirst()
                    .map(first -> new KnownLocations(
                            first.getBasis(),
                            rows.stream().map(JooqLocationStore::location).toList(),
                            first.getListedAt()));
        });
    }

    private static Location location(KnownLocationsRecord row) {
        return new Location(new ExternalId(row.getLocation()), row.getName(), row.getActive());
    }

    @Override
    public void put(ConnectionId connection, KnownLocations known) {
        transactions.run("save locations", sql -> {
            delete(sql, connection);
            int line = 0;
            for (Location location : known.locations()) {
                // Another may be listing the same this moment; what is there first stays.
                boolean unused = Upserts.add(sql.insertInto(KNOWN_LOCATIONS)
                        .set(new KnownLocationsRecord(
                                connection.value(),
                                line++,
                                known.basis(),
                                location.id().value(),
                                location.name(),
                                location.active(),
                                known.at())));
            }
        });
    }

    @Override
    public void forget(ConnectionId connection) {
        transactions.run("forget locations", sql -> delete(sql, connection));
    }

    private static void delete(DSLContext sql, ConnectionId connection) {
        sql.deleteFrom(KNOWN_LOCATIONS)
                .where(KNOWN_LOCATIONS.CONNECTION_ID.eq(connection.value()))
                .execute();
    }
}
