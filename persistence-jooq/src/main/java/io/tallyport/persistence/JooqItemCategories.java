package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.CATEGORY_READS;
import static io.tallyport.persistence.schema.Tables.ITEM_CATEGORIES;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.rule.CategoryRead;
import io.tallyport.core.rule.ItemCategories;
import io.tallyport.persistence.schema.tables.records.CategoryReadsRecord;
import io.tallyport.persistence.schema.tables.records.ItemCategoriesRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;

/** Categories of items as rows. */
final class JooqItemCategories implements ItemCategories {

    private static final int LONGEST = 500;

    private final Transactions transactions;

    JooqItemCategories(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<CategoryRead> lastRead(ConnectionId connection) {
        return transactions.call(
                "find category read",
                sql -> sql.selectFrom(CATEGORY_READS)
                        .where(CATEGORY_READS.CONNECTION_ID.eq(connection.value()))
                        .fetchOptional(row ->
                                new CategoryRead(row.getReadNo(), row.getChanges(), row.getBasis(), row.getReadAt())));
    }

    @Override
    public Map<ExternalId, Optional<String>> of(ConnectionId connection, Collection<ExternalId> items) {
        List<String> wanted =
                items.stream().map(ExternalId::value).sorted().distinct().toList();
        Map<ExternalId, Optional<String>> found = new HashMap<>();
        transactions.run(
                "read categories",
                sql -> Chunks.of(wanted)
                        .forEach(part -> rows(sql, connection, part)
                                .values()
                                .forEach(row -> found.put(
                                        new ExternalId(row.getItem()), Optional.ofNullable(row.getCategory())))));
        return found;
    }

    private static Map<String, ItemCategoriesRecord> rows(DSLContext sql, ConnectionId connection, List<String> items) {
        return sql.selectFrom(ITEM_CATEGORIES)
                .where(Lookups.isOneOf(ITEM_CATEGORIES.ITEM, items))
                .and(ITEM_CATEGORIES.CONNECTION_ID.eq(connection.value()))
                .fetchMap(ITEM_CATEGORIES.ITEM);
    }

    @Override
    public int put(ConnectionId connection, long read, Map<ExternalId, Optional<String>> categories) {
        // By key, so that two who write the same rows wait for each other instead of deadlocking.
        TreeMap<String, Optional<String>> byItem = new TreeMap<>();
        categories.forEach((item, category) -> byItem.put(item.value(), category.map(JooqItemCategories::cut)));
        return transactions.call(
                "write categories",
                sql -> Chunks.of(List.copyOf(byItem.keySet()))
                        .mapToInt(part -> put(sql, connection, read, part, byItem))
                        .sum());
    }

    private static int put(
            DSLContext sql, ConnectionId connection, long read, List<String> items, Map<String, Optional<String>> all) {
        Map<String, ItemCategoriesRecord> known = rows(sql, connection, items);
        List<String> same = new ArrayList<>();
        int changed = 0;
        for (String item : items) {
            String category = all.getOrDefault(item, Optional.empty()).orElse(null);
            ItemCategoriesRecord before = known.get(item);
            if (before != null && Objects.equals(before.getCategory(), category)) {
                same.add(item);
            } else {
                Upserts.put(sql, new ItemCategoriesRecord(item, connection.value(), category, read));
                changed++;
            }
        }
        if (!same.isEmpty()) {
            sql.update(ITEM_CATEGORIES)
                    .set(ITEM_CATEGORIES.READ_NO, read)
                    .where(Lookups.isOneOf(ITEM_CATEGORIES.ITEM, same))
                    .and(ITEM_CATEGORIES.CONNECTION_ID.eq(connection.value()))
                    .execute();
        }
        return changed;
    }

    private static String cut(String category) {
        return category.length() <= LONGEST ? category : category.substring(0, LONGEST);
    }

    @Override
    public void finish(ConnectionId connection, CategoryRead read) {
        transactions.run("finish category read", sql -> {
            sql.deleteFrom(ITEM_CATEGORIES)
                    .where(ITEM_CATEGORIES.CONNECTION_ID.eq(connection.value()))
                    .and(ITEM_CATEGORIES.READ_NO.lt(read.number()))
                    .execute();
            Upserts.put(
                    sql,
                    new CategoryReadsRecord(
                            connection.value(), read.number(), read.changes(), read.basis(), read.at()));
        });
    }
}
