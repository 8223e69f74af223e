package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.DUE_ROWS;

import io.tallyport.core.inventory.DueRow;
import io.tallyport.core.inventory.DueRows;
import io.tallyport.core.inventory.PlanId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.persistence.schema.tables.records.DueRowsRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/** Due rows as rows. */
final class JooqDueRows implements DueRows {

    private static final int PAGE = 1000;
    private static final int INSERT = 500;

    private final Transactions transactions;

    JooqDueRows(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void of(RouteId route, Consumer<DueRow> each) {
        String after = "";
        List<DueRow> page;
        do {
            page = page(route, after);
            page.forEach(each);
            after = page.isEmpty()
                    ? after
                    : page.get(page.size() - 1).targetItem().value();
        } while (page.size() == PAGE);
    }

    private List<DueRow> page(RouteId route, String after) {
        return transactions.call(
                "read due rows",
                sql -> sql.selectFrom(DUE_ROWS)
                        .where(DUE_ROWS.ROUTE_ID.eq(route.value()))
                        .and(DUE_ROWS.TARGET_ITEM.gt(after))
                        .orderBy(DUE_ROWS.TARGET_ITEM)
                        .limit(PAGE)
                        .fetch(row ->
                                new DueRow(new ExternalId(row.getSourceItem()), new ExternalId(row.getTargetItem()))));
    }

    @Override
    public void replace(RouteId route, PlanId plan, Consumer<Consumer<DueRow>> rows) {
        transactions.run("replace due rows", sql -> {
            sql.deleteFrom(DUE_ROWS).where(DUE_ROWS.ROUTE_ID.eq(route.value())).execute();
            List<DueRowsRecord> batch = new ArrayList<>();
            rows.accept(row -> {
                batch.add(row(route, plan, row));
                if (batch.size() == INSERT) {
                    insert(sql, batch);
                    batch.clear();
                }
            });
            insert(sql, batch);
        });
    }

    @Override
    public void add(RouteId route, PlanId plan, List<DueRow> rows) {
        transactions.run("add due rows", sql -> rows.forEach(each -> Upserts.put(sql, row(route, plan, each))));
    }

    private static DueRowsRecord row(RouteId route, PlanId plan, DueRow row) {
        return new DueRowsRecord(
                route.value(), row.targetItem().value(), row.sourceItem().value(), plan.value());
    }

    private static void insert(DSLContext sql, List<DueRowsRecord> rows) {
        if (!rows.isEmpty()) {
            sql.insertInto(DUE_ROWS)
                    .columns(DUE_ROWS.fields())
                    .valuesOfRecords(rows)
                    .execute();
        }
    }

    @Override
    public void done(RouteId route, PlanId plan, Collection<ExternalId> targetItems) {
        List<String> items =
                targetItems.stream().map(ExternalId::value).sorted().distinct().toList();
        transactions.run(
                "remove due rows",
                sql -> Chunks.of(items)
                        .forEach(part -> sql.deleteFrom(DUE_ROWS)
                                .where(DUE_ROWS.ROUTE_ID.eq(route.value()))
                                .and(Lookups.isOneOf(DUE_ROWS.TARGET_ITEM, part))
                                .and(DUE_ROWS.PLAN_ID.eq(plan.value()))
                                .execute()));
    }
}
