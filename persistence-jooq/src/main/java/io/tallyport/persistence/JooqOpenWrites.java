package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.OPEN_WRITES;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.inventory.OpenWrite;
import io.tallyport.core.inventory.OpenWrites;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.persistence.schema.tables.records.OpenWritesRecord;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jooq.Condition;

/** Open writes as rows; the primary key lets one writer at each level. */
final class JooqOpenWrites implements OpenWrites {

    private static final String OPEN = "open writes";

    private final Transactions transactions;

    JooqOpenWrites(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<OpenWrite> at(LocationRef location, Collection<ExternalId> items) {
        return transactions.call(
                "find open writes",
                sql -> Chunks.of(values(items))
                        .flatMap(part -> sql
                                .selectFrom(OPEN_WRITES)
                                .where(Lookups.isOneOf(OPEN_WRITES.ITEM, part))
                                .and(at(location))
                                .fetch()
                                .stream())
                        .map(JooqOpenWrites::write)
                        .toList());
    }

    @Override
    public List<OpenWrite> of(RouteId route) {
        return transactions.call(
                "list open writes",
                sql -> sql.selectFrom(OPEN_WRITES)
                        .where(OPEN_WRITES.ROUTE_ID.eq(route.value()))
                        .orderBy(OPEN_WRITES.INTENT_ID, OPEN_WRITES.ITEM)
                        .fetch(JooqOpenWrites::write));
    }

    private static OpenWrite write(OpenWritesRecord row) {
        return new OpenWrite(
                new LocationRef(new ConnectionId(row.getConnectionId()), new ExternalId(row.getLocation())),
                new ExternalId(row.getItem()),
                new RouteId(row.getRouteId()),
                new ExternalId(row.getTargetItem()),
                row.getIntentId());
    }

    @Override
    public void open(List<OpenWrite> writes) {
        List<OpenWrite> byItem =
                writes.stream().sorted(Comparator.comparing(OpenWrite::item)).toList();
        transactions.run(OPEN, sql -> {
            for (OpenWrite write : byItem) {
                OpenWritesRecord row = new OpenWritesRecord(
                        write.item().value(),
                        write.at().connection().value(),
                        write.at().location().value(),
                        write.route().value(),
                        write.targetItem().value(),
                        write.intent());
                if (!Upserts.add(sql.insertInto(OPEN_WRITES).set(row))) {
                    throw new PortException.Conflict(
                            FailureContext.of(OPEN), write.item() + " at " + write.at() + " is being written already");
                }
            }
        });
    }

    @Override
    public void close(String intent, LocationRef location, Collection<ExternalId> items) {
        transactions.run(
                "close writes",
                sql -> Chunks.of(values(items))
                        .forEach(part -> sql.deleteFrom(OPEN_WRITES)
                                .where(Lookups.isOneOf(OPEN_WRITES.ITEM, part))
                                .and(at(location))
                                .and(OPEN_WRITES.INTENT_ID.eq(intent))
                                .execute()));
    }

    private static List<String> values(Collection<ExternalId> items) {
        return items.stream().map(ExternalId::value).distinct().sorted().toList();
    }

    private static Condition at(LocationRef location) {
        return OPEN_WRITES
                .CONNECTION_ID
                .eq(location.connection().value())
                .and(OPEN_WRITES.LOCATION.eq(location.location().value()));
    }
}
