package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.MAPPINGS;

import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.RouteId;
import java.util.List;
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
                        .fetch(row -> new SkuMapping(
                                new RouteId(row.getRouteId()),
                                new ExternalId(row.getSourceItem()),
                                new ExternalId(row.getTargetItem()))));
    }

    @Override
    public void add(SkuMapping mapping) {
        transactions.run(ADD, sql -> {
            boolean added = Upserts.add(sql.insertInto(MAPPINGS)
                    .columns(MAPPINGS.ROUTE_ID, MAPPINGS.SOURCE_ITEM, MAPPINGS.TARGET_ITEM)
                    .values(
                            mapping.route().value(),
                            mapping.sourceItem().value(),
                            mapping.targetItem().value()));
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

    private static Condition is(SkuMapping mapping) {
        return MAPPINGS.ROUTE_ID
                .eq(mapping.route().value())
                .and(MAPPINGS.SOURCE_ITEM.eq(mapping.sourceItem().value()))
                .and(MAPPINGS.TARGET_ITEM.eq(mapping.targetItem().value()));
    }
}
