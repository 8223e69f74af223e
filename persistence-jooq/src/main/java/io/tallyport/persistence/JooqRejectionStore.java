package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.MAPPING_REJECTIONS;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.catalog.mapping.Rejection;
import io.tallyport.core.catalog.mapping.RejectionStore;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.persistence.schema.tables.records.MappingRejectionsRecord;
import java.util.List;

/** Rejected pairs as rows. */
final class JooqRejectionStore implements RejectionStore {

    private final Transactions transactions;

    JooqRejectionStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Rejection> of(RouteId route) {
        return transactions.call(
                "list rejections",
                sql -> sql.selectFrom(MAPPING_REJECTIONS)
                        .where(MAPPING_REJECTIONS.ROUTE_ID.eq(route.value()))
                        .orderBy(MAPPING_REJECTIONS.SOURCE_ITEM, MAPPING_REJECTIONS.TARGET_ITEM)
                        .fetch(JooqRejectionStore::rejection));
    }

    private static Rejection rejection(MappingRejectionsRecord row) {
        return new Rejection(
                new SkuMapping(
                        new RouteId(row.getRouteId()),
                        new ExternalId(row.getSourceItem()),
                        new ExternalId(row.getTargetItem())),
                row.getRejectedAt(),
                row.getActor(),
                row.getReason());
    }

    @Override
    public boolean add(Rejection rejection) {
        SkuMapping pair = rejection.pair();
        return transactions.call(
                "add rejection",
                sql -> Upserts.add(sql.insertInto(MAPPING_REJECTIONS)
                        .columns(
                                MAPPING_REJECTIONS.ROUTE_ID,
                                MAPPING_REJECTIONS.SOURCE_ITEM,
                                MAPPING_REJECTIONS.TARGET_ITEM,
                                MAPPING_REJECTIONS.REJECTED_AT,
                                MAPPING_REJECTIONS.ACTOR,
                                MAPPING_REJECTIONS.REASON)
                        .values(
                                pair.route().value(),
                                pair.sourceItem().value(),
                                pair.targetItem().value(),
                                rejection.at(),
                                rejection.actor(),
                                rejection.reason())));
    }

    @Override
    public boolean remove(SkuMapping pair) {
        return transactions.call(
                "remove rejection",
                sql -> sql.deleteFrom(MAPPING_REJECTIONS)
                                .where(MAPPING_REJECTIONS.ROUTE_ID.eq(
                                        pair.route().value()))
                                .and(MAPPING_REJECTIONS.SOURCE_ITEM.eq(
                                        pair.sourceItem().value()))
                                .and(MAPPING_REJECTIONS.TARGET_ITEM.eq(
                                        pair.targetItem().value()))
                                .execute()
                        == 1);
    }
}
