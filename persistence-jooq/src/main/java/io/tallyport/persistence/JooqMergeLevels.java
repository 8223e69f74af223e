package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.MERGE_LEVELS;

import io.tallyport.core.inventory.MergeLevel;
import io.tallyport.core.inventory.MergeLevels;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.persistence.schema.tables.records.MergeLevelsRecord;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;

/** How pairs stand under a merge, as rows; the row count of a guarded update tells whether somebody was faster. */
final class JooqMergeLevels implements MergeLevels {

    private static final String PUT = "put merge levels";

    private final Transactions transactions;

    JooqMergeLevels(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<MergeLevel> of(RouteId route, Collection<ExternalId> targetItems) {
        List<String> items =
                targetItems.stream().map(ExternalId::value).distinct().sorted().toList();
        return transactions.call(
                "read merge levels",
                sql -> Chunks.of(items)
                        .flatMap(part -> sql
                                .selectFrom(MERGE_LEVELS)
                                .where(Lookups.isOneOf(MERGE_LEVELS.TARGET_ITEM, part))
                                .and(MERGE_LEVELS.ROUTE_ID.eq(route.value()))
                                .fetch()
                                .stream())
                        .map(JooqMergeLevels::level)
                        .toList());
    }

    private static MergeLevel level(MergeLevelsRecord row) {
        return new MergeLevel(
                new ExternalId(row.getSourceItem()),
                new ExternalId(row.getTargetItem()),
                Quantity.parse(row.getSourceLevel()),
                Quantity.parse(row.getTargetLevel()),
                Quantity.parse(row.getOwedToSource()),
                Quantity.parse(row.getOwedToTarget()),
                row.getRevision());
    }

    @Override
    public void put(RouteId route, List<MergeLevel> levels) {
        // By key, so that two who write the same levels wait for each other instead of deadlocking.
        List<MergeLevel> byItem = levels.stream()
                .sorted(Comparator.comparing(MergeLevel::targetItem))
                .toList();
        transactions.run(PUT, sql -> {
            for (MergeLevel level : byItem) {
                boolean put = level.revision() == 0 ? add(sql, route, level) : change(sql, route, level);
                if (!put) {
                    throw new PortException.Conflict(
                            FailureContext.of(PUT),
                            "what " + level.targetItem() + " is owed was changed by somebody else meanwhile");
                }
            }
        });
    }

    private static boolean add(DSLContext sql, RouteId route, MergeLevel level) {
        sql.deleteFrom(MERGE_LEVELS)
                .where(MERGE_LEVELS.TARGET_ITEM.eq(level.targetItem().value()))
                .and(MERGE_LEVELS.ROUTE_ID.eq(route.value()))
                .and(MERGE_LEVELS.SOURCE_ITEM.ne(level.sourceItem().value()))
                .execute();
        sql.deleteFrom(MERGE_LEVELS)
                .where(MERGE_LEVELS.SOURCE_ITEM.eq(level.sourceItem().value()))
                .and(MERGE_LEVELS.ROUTE_ID.eq(route.value()))
                .and(MERGE_LEVELS.TARGET_ITEM.ne(level.targetItem().value()))
                .execute();
        return Upserts.add(sql.insertInto(MERGE_LEVELS).set(row(route, level.stored())));
    }

    private static boolean change(DSLContext sql, RouteId route, MergeLevel level) {
        MergeLevelsRecord row = row(route, level.stored());
        return sql.update(MERGE_LEVELS)
                        .set(MERGE_LEVELS.SOURCE_LEVEL, row.getSourceLevel())
                        .set(MERGE_LEVELS.TARGET_LEVEL, row.getTargetLevel())
                        .set(MERGE_LEVELS.OWED_TO_SOURCE, row.getOwedToSource())
                        .set(MERGE_LEVELS.OWED_TO_TARGET, row.getOwedToTarget())
                        .set(MERGE_LEVELS.REVISION, row.getRevision())
                        .where(MERGE_LEVELS.TARGET_ITEM.eq(row.getTargetItem()))
                        .and(MERGE_LEVELS.ROUTE_ID.eq(row.getRouteId()))
                        .and(MERGE_LEVELS.SOURCE_ITEM.eq(row.getSourceItem()))
                        .and(MERGE_LEVELS.REVISION.eq(level.revision()))
                        .execute()
                == 1;
    }

    private static MergeLevelsRecord row(RouteId route, MergeLevel level) {
        return new MergeLevelsRecord(
                route.value(),
                level.targetItem().value(),
                level.sourceItem().value(),
                level.source().toString(),
                level.target().toString(),
                level.owedToSource().toString(),
                level.owedToTarget().toString(),
                level.revision());
    }

    @Override
    public void forget(RouteId route) {
        transactions.run(
                "forget merge levels",
                sql -> sql.deleteFrom(MERGE_LEVELS)
                        .where(MERGE_LEVELS.ROUTE_ID.eq(route.value()))
                        .execute());
    }
}
