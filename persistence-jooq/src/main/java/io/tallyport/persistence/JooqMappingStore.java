package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.MAPPINGS;

import io.tallyport.core.catalog.MappingEntry;
import io.tallyport.core.catalog.MappingOrigin;
import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.Sku;
import io.tallyport.persistence.schema.tables.records.MappingsRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/** Mappings as rows; the unique keys of both sides decide. */
final class JooqMappingStore implements MappingStore {

    private static final String ADD = "add mapping";

    private final Transactions transactions;

    JooqMappingStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<SkuMapping> of(RouteId route) {
        return transactions.call(
                "list mappings",
                sql -> sql.selectFrom(MAPPINGS)
                        .where(MAPPINGS.ROUTE_ID.eq(route.value()))
                        .orderBy(MAPPINGS.SOURCE_ITEM)
                        .fetch(JooqMappingStore::mapping));
    }

    @Override
    public List<MappingEntry> entries(RouteId route) {
        return transactions.call(
                "list mappings",
                sql -> sql.selectFrom(MAPPINGS)
                        .where(MAPPINGS.ROUTE_ID.eq(route.value()))
                        .orderBy(MAPPINGS.SOURCE_ITEM)
                        .fetch(JooqMappingStore::entry));
    }

    @Override
    public void add(MappingEntry entry) {
        SkuMapping mapping = entry.mapping();
        transactions.run(ADD, sql -> {
            boolean added = Upserts.add(sql.insertInto(MAPPINGS).set(row(entry)));
            if (!added && !sql.fetchExists(MAPPINGS, is(mapping))) {
                throw new PortException.Conflict(
                        FailureContext.of(ADD),
                        "on route \"" + mapping.route() + "\", " + mapping.sourceItem() + " or " + mapping.targetItem()
                                + " is mapped to another item");
            }
        });
    }

    @Override
    public boolean remove(SkuMapping mapping) {
        return transactions.call(
                "remove mapping",
                sql -> sql.deleteFrom(MAPPINGS).where(is(mapping)).execute() == 1);
    }

    private static SkuMapping mapping(MappingsRecord row) {
        return new SkuMapping(
                new RouteId(row.getRouteId()),
                new ExternalId(row.getSourceItem()),
                new ExternalId(row.getTargetItem()));
    }

    private static MappingEntry entry(MappingsRecord row) {
        return new MappingEntry(
                mapping(row),
                MappingOrigin.valueOf(row.getOrigin()),
                Optional.ofNullable(row.getMappedAt()),
                Optional.ofNullable(row.getActor()),
                Optional.ofNullable(row.getSourceSku()).map(Sku::new),
                Optional.ofNullable(row.getTargetSku()).map(Sku::new));
    }

    private static MappingsRecord row(MappingEntry entry) {
        MappingsRecord row = new MappingsRecord();
        row.setRouteId(entry.mapping().route().value());
        row.setSourceItem(entry.mapping().sourceItem().value());
        row.setTargetItem(entry.mapping().targetItem().value());
        row.setOrigin(entry.origin().name());
        entry.at().ifPresent(row::setMappedAt);
        entry.actor().ifPresent(row::setActor);
        entry.sourceSku().map(Sku::value).ifPresent(row::setSourceSku);
        entry.targetSku().map(Sku::value).ifPresent(row::setTargetSku);
        return row;
    }

    private static Condition is(SkuMapping mapping) {
        return MAPPINGS.ROUTE_ID
                .eq(mapping.route().value())
                .and(MAPPINGS.SOURCE_ITEM.eq(mapping.sourceItem().value()))
                .and(MAPPINGS.TARGET_ITEM.eq(mapping.targetItem().value()));
    }
}
