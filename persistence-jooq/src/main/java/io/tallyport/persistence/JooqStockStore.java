package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.ACKNOWLEDGED_LEVELS;
import static io.tallyport.persistence.schema.Tables.LAST_READS;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.inventory.Acknowledged;
import io.tallyport.core.inventory.LastRead;
import io.tallyport.core.inventory.StockStore;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Acknowledged levels and last reads as rows. */
final class JooqStockStore implements StockStore {

    private static final int PAGE = 1000;
    private static final int SCALE = 4;

    private final Transactions transactions;

    JooqStockStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** In pages by key, each a statement of its own, so that neither database nor driver holds the whole route. */
    @Override
    public void acknowledged(RouteId route, Consumer<Acknowledged> each) {
        String after = "";
        List<Acknowledged> page;
        do {
            page = page(route, after);
            page.forEach(each);
            after = page.isEmpty()
                    ? after
                    : page.get(page.size() - 1).targetItem().value();
        } while (page.size() == PAGE);
    }

    private List<Acknowledged> page(RouteId route, String after) {
        return transactions.call(
                "read acknowledged levels",
                sql -> sql.selectFrom(ACKNOWLEDGED_LEVELS)
                        .where(ACKNOWLEDGED_LEVELS.ROUTE_ID.eq(route.value()))
                        .and(ACKNOWLEDGED_LEVELS.TARGET_ITEM.gt(after))
                        .orderBy(ACKNOWLEDGED_LEVELS.TARGET_ITEM)
                        .limit(PAGE)
                        .fetch(row -> new Acknowledged(
                                new ExternalId(row.getTargetItem()),
                                new Quantity(row.getQuantity()),
                                row.getAcknowledgedAt())));
    }

    @Override
    public void acknowledge(RouteId route, List<Acknowledged> levels) {
        // By key, so that two who write the same levels wait for each other instead of deadlocking.
        TreeMap<String, Acknowledged> byItem = new TreeMap<>();
        levels.forEach(level -> byItem.put(level.targetItem().value(), level));
        transactions.run(
                "acknowledge levels",
                sql -> Chunks.of(List.copyOf(byItem.values())).forEach(chunk -> upsert(sql, route, chunk)));
    }

    /** One statement with many bindings, which H2 parses once instead of a statement as long as the chunk. */
    private static void upsert(DSLContext sql, RouteId route, List<Acknowledged> levels) {
        BatchBindStep batch = sql.batch(sql.insertInto(ACKNOWLEDGED_LEVELS)
                .columns(
                        ACKNOWLEDGED_LEVELS.ROUTE_ID,
                        ACKNOWLEDGED_LEVELS.TARGET_ITEM,
                        ACKNOWLEDGED_LEVELS.QUANTITY,
                        ACKNOWLEDGED_LEVELS.ACKNOWLEDGED_AT)
                .values(
                        DSL.val("", ACKNOWLEDGED_LEVELS.ROUTE_ID),
                        DSL.val("", ACKNOWLEDGED_LEVELS.TARGET_ITEM),
                        DSL.cast(DSL.val(BigDecimal.ZERO), ACKNOWLEDGED_LEVELS.QUANTITY),
                        DSL.val(Instant.EPOCH, ACKNOWLEDGED_LEVELS.ACKNOWLEDGED_AT))
                .onDuplicateKeyUpdate()
                .set(ACKNOWLEDGED_LEVELS.QUANTITY, DSL.excluded(ACKNOWLEDGED_LEVELS.QUANTITY))
                .set(ACKNOWLEDGED_LEVELS.ACKNOWLEDGED_AT, DSL.excluded(ACKNOWLEDGED_LEVELS.ACKNOWLEDGED_AT)));
        for (Acknowledged level : levels) {
            batch = batch.bind(route.value(), level.targetItem().value(), units(level.quantity()), level.at());
        }
        Upserts.execute(batch::execute);
    }

    /** Refuses what the column would round, since both databases round without a word. */
    private static BigDecimal units(Quantity quantity) {
        if (quantity.units().scale() > SCALE) {
            throw new IllegalArgumentException("a quantity has at most " + SCALE + " decimals, got " + quantity);
        }
        return quantity.units();
    }

    @Override
    public Optional<LastRead> lastRead(LocationRef location) {
        return transactions.call(
                "find last read",
                sql -> sql.selectFrom(LAST_READS)
                        .where(LAST_READS.CONNECTION_ID.eq(location.connection().value()))
                        .and(LAST_READS.LOCATION.eq(location.location().value()))
                        .fetchOptional(row ->
                                new LastRead(row.getRowCount(), new Watermark(row.getWatermark()), row.getReadAt())));
    }

    @Override
    public void remember(LocationRef location, LastRead read) {
        transactions.run(
                "remember last read",
                sql -> Upserts.execute(sql.insertInto(LAST_READS)
                        .columns(
                                LAST_READS.CONNECTION_ID,
                                LAST_READS.LOCATION,
                                LAST_READS.ROW_COUNT,
                                LAST_READS.WATERMARK,
                                LAST_READS.READ_AT)
                        .values(
                                location.connection().value(),
                                location.location().value(),
                                read.rows(),
                                read.watermark().value(),
                                read.at())
                        .onDuplicateKeyUpdate()
                        .set(LAST_READS.ROW_COUNT, read.rows())
                        .set(LAST_READS.WATERMARK, read.watermark().value())
                        .set(LAST_READS.READ_AT, read.at())::execute));
    }
}
