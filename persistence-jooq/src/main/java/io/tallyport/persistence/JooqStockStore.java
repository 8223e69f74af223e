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
import io.tallyport.persistence.schema.tables.records.AcknowledgedLevelsRecord;
import io.tallyport.persistence.schema.tables.records.LastReadsRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Acknowledged levels and last reads as rows. */
final class JooqStockStore implements StockStore {

    private static final int SCALE = 4;

    /** H2 compares each row that it finds with the whole list. */
    private static final int LOOKED_UP = 100;

    /** Rows that one statement reads of a whole route. */
    private static final int PAGE = 5000;

    private final Transactions transactions;

    JooqStockStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Acknowledged> acknowledged(RouteId route, Collection<ExternalId> targetItems) {
        List<String> items =
                targetItems.stream().map(ExternalId::value).distinct().sorted().toList();
        return transactions.call(
                "read acknowledged levels",
                sql -> find(sql, route, items)
                        .map(row -> new Acknowledged(
                                new ExternalId(row.getTargetItem()),
                                new Quantity(row.getQuantity()),
                                row.getAcknowledgedAt()))
                        .toList());
    }

    /** In {@link Keyset} pages, each a statement of its own, so that neither database nor driver holds the whole route. */
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
                sql -> sql.select(
                                ACKNOWLEDGED_LEVELS.TARGET_ITEM,
                                ACKNOWLEDGED_LEVELS.QUANTITY,
                                ACKNOWLEDGED_LEVELS.ACKNOWLEDGED_AT)
                        .from(ACKNOWLEDGED_LEVELS)
                        .where(ACKNOWLEDGED_LEVELS.ROUTE_ID.eq(route.value()))
                        .and(ACKNOWLEDGED_LEVELS.TARGET_ITEM.gt(after))
                        .orderBy(ACKNOWLEDGED_LEVELS.ROUTE_ID, ACKNOWLEDGED_LEVELS.TARGET_ITEM)
                        .limit(PAGE)
                        .fetch(row -> new Acknowledged(
                                new ExternalId(row.value1()), new Quantity(row.value2()), row.value3())));
    }

    private static Stream<AcknowledgedLevelsRecord> find(DSLContext sql, RouteId route, List<String> items) {
        return Chunks.of(items, LOOKED_UP)
                .flatMap(chunk -> sql.selectFrom(ACKNOWLEDGED_LEVELS).where(keys(sql, route, chunk)).fetch().stream());
    }

    /**
     * These rows by the primary key. For a list, H2 uses it only when the list has all its columns, and would look at each
     * row of the route otherwise; MariaDB uses it only when the list has its last column.
     */
    private static Condition keys(DSLContext sql, RouteId route, List<String> items) {
        if (sql.family() == SQLDialect.H2) {
            return DSL.row(ACKNOWLEDGED_LEVELS.ROUTE_ID, ACKNOWLEDGED_LEVELS.TARGET_ITEM)
                    .in(items.stream().map(item -> DSL.row(route.value(), item)).toList());
        }
        return ACKNOWLEDGED_LEVELS.ROUTE_ID.eq(route.value()).and(ACKNOWLEDGED_LEVELS.TARGET_ITEM.in(items));
    }

    @Override
    public void acknowledge(RouteId route, List<Acknowledged> levels) {
        // By key, so that two who write the same levels wait for each other instead of deadlocking.
        TreeMap<String, Acknowledged> byItem = new TreeMap<>();
        levels.forEach(level -> byItem.put(level.targetItem().value(), level));
        transactions.run(
                "acknowledge levels",
                sql -> Chunks.of(List.copyOf(byItem.values())).forEach(chunk -> put(sql, route, chunk)));
    }

    private static void put(DSLContext sql, RouteId route, List<Acknowledged> levels) {
        List<String> items =
                levels.stream().map(level -> level.targetItem().value()).toList();
        Set<String> known = find(sql, route, items)
                .map(AcknowledgedLevelsRecord::getTargetItem)
                .collect(Collectors.toSet());
        Map<Boolean, List<Acknowledged>> parts = levels.stream()
                .collect(Collectors.partitioningBy(
                        level -> known.contains(level.targetItem().value())));
        if (insert(sql, route, parts.getOrDefault(false, List.of()))) {
            update(sql, route, parts.getOrDefault(true, List.of()));
        } else {
            // Somebody added one of them meanwhile, and has committed.
            put(sql, route, levels);
        }
    }

    private static boolean insert(DSLContext sql, RouteId route, List<Acknowledged> levels) {
        if (levels.isEmpty()) {
            return true;
        }
        var insert = sql.insertInto(ACKNOWLEDGED_LEVELS)
                .columns(
                        ACKNOWLEDGED_LEVELS.ROUTE_ID,
                        ACKNOWLEDGED_LEVELS.TARGET_ITEM,
                        ACKNOWLEDGED_LEVELS.QUANTITY,
                        ACKNOWLEDGED_LEVELS.ACKNOWLEDGED_AT);
        for (Acknowledged level : levels) {
            insert = insert.values(route.value(), level.targetItem().value(), units(level.quantity()), level.at());
        }
        return Upserts.add(insert);
    }

    private static void update(DSLContext sql, RouteId route, List<Acknowledged> levels) {
        if (levels.isEmpty()) {
            return;
        }
        BatchBindStep batch = sql.batch(sql.update(ACKNOWLEDGED_LEVELS)
                .set(ACKNOWLEDGED_LEVELS.QUANTITY, BigDecimal.ZERO)
                .set(ACKNOWLEDGED_LEVELS.ACKNOWLEDGED_AT, Instant.EPOCH)
                .where(ACKNOWLEDGED_LEVELS.ROUTE_ID.eq(""))
                .and(ACKNOWLEDGED_LEVELS.TARGET_ITEM.eq("")));
        for (Acknowledged level : levels) {
            batch = batch.bind(
                    units(level.quantity()),
                    level.at(),
                    route.value(),
                    level.targetItem().value());
        }
        batch.execute();
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
                sql -> Upserts.put(
                        sql,
                        new LastReadsRecord(
                                location.connection().value(),
                                location.location().value(),
                                read.rows(),
                                read.watermark().value(),
                                read.at())));
    }
}
