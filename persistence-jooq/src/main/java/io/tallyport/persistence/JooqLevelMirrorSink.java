package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.MIRROR_LEVELS;
import static io.tallyport.persistence.schema.Tables.MIRROR_LOCATIONS;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.inventory.LevelMirrorSink;
import io.tallyport.core.inventory.MirrorRead;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.persistence.schema.tables.records.MirrorLevelsRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jooq.DSLContext;

/**
 * Writes the mirror: what is there is read first, by a page of items, and only what differs is written, since the usual
 * whole read finds nearly everything as it was. The number of rows is kept with them, as counting a million takes its time.
 */
final class JooqLevelMirrorSink implements LevelMirrorSink {

    private static final int PAGE = 1000;

    private final Transactions transactions;

    JooqLevelMirrorSink(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public int put(LocationRef location, long revision, List<StockLevel> levels) {
        // By key, so that two who write the same rows wait for each other instead of deadlocking.
        TreeMap<String, StockLevel> byItem = new TreeMap<>();
        levels.forEach(level -> byItem.put(level.item().value(), level));
        return Chunks.of(List.copyOf(byItem.values()))
                .mapToInt(part -> transactions.call("write mirror", sql -> put(sql, location, revision, part)))
                .sum();
    }

    private static int put(DSLContext sql, LocationRef location, long revision, List<StockLevel> levels) {
        long mirror = mirror(sql, location);
        Map<String, MirrorLevelsRecord> known = sql.selectFrom(MIRROR_LEVELS)
                .where(MirrorRows.isIn(mirror))
                .and(Lookups.isOneOf(
                        MIRROR_LEVELS.ITEM,
                        levels.stream().map(level -> level.item().value()).toList()))
                .fetchMap(MIRROR_LEVELS.ITEM);
        List<MirrorLevelsRecord> added = new ArrayList<>();
        List<MirrorLevelsRecord> changed = new ArrayList<>();
        Set<Long> left = new HashSet<>();
        for (StockLevel level : levels) {
            MirrorLevelsRecord row = MirrorRows.row(mirror, level, revision);
            MirrorLevelsRecord before = known.get(row.getItem());
            if (before == null) {
                added.add(row);
            } else if (!MirrorRows.isSame(before, row)) {
                changed.add(row);
                Optional.ofNullable(before.getSkuHash())
                        .filter(hash -> !Objects.equals(hash, row.getSkuHash()))
                        .ifPresent(left::add);
            }
        }
        insert(sql, added);
        update(sql, changed);
        touch(sql, mirror, revision, left);
        count(sql, mirror, added.size());
        return added.size() + changed.size();
    }

    private static long mirror(DSLContext sql, LocationRef location) {
        return MirrorRows.mirrorId(sql, location).orElseGet(() -> {
            // Whether it is added now or was added by another this moment, it is there afterwards.
            boolean unused = Upserts.add(sql.insertInto(MIRROR_LOCATIONS)
                    .set(MIRROR_LOCATIONS.CONNECTION_ID, location.connection().value())
                    .set(MIRROR_LOCATIONS.LOCATION, location.location().value())
                    .set(MIRROR_LOCATIONS.BASIS, "")
                    .set(MIRROR_LOCATIONS.REVISION, 0L)
                    .set(MIRROR_LOCATIONS.ROW_COUNT, 0L));
            return MirrorRows.mirrorId(sql, location).orElseThrow();
        });
    }

    private static void insert(DSLContext sql, List<MirrorLevelsRecord> rows) {
        if (!rows.isEmpty()) {
            sql.insertInto(MIRROR_LEVELS)
                    .columns(MIRROR_LEVELS.fields())
                    .valuesOfRecords(rows)
                    .execute();
        }
    }

    private static void update(DSLContext sql, List<MirrorLevelsRecord> rows) {
        rows.forEach(row -> sql.update(MIRROR_LEVELS)
                .set(row)
                .where(MirrorRows.isIn(row.getMirrorId()))
                .and(MIRROR_LEVELS.ITEM.eq(row.getItem()))
                .execute());
    }

    private static void touch(DSLContext sql, long mirror, long revision, Set<Long> skuHashes) {
        if (!skuHashes.isEmpty()) {
            sql.update(MIRROR_LEVELS)
                    .set(MIRROR_LEVELS.REVISION, revision)
                    .where(MirrorRows.isIn(mirror))
                    .and(Lookups.isOneOf(MIRROR_LEVELS.SKU_HASH, skuHashes))
                    .execute();
        }
    }

    private static void count(DSLContext sql, long mirror, int more) {
        if (more != 0) {
            sql.update(MIRROR_LOCATIONS)
                    .set(MIRROR_LOCATIONS.ROW_COUNT, MIRROR_LOCATIONS.ROW_COUNT.plus(more))
                    .where(MIRROR_LOCATIONS.ID.eq(mirror))
                    .execute();
        }
    }

    @Override
    public int keepOnly(LocationRef location, long revision, Predicate<ExternalId> seen) {
        Optional<Long> mirror = transactions.call("write mirror", sql -> MirrorRows.mirrorId(sql, location));
        int removed = 0;
        String after = "";
        List<String> page = mirror.map(id -> items(id, "")).orElseGet(List::of);
        while (!page.isEmpty()) {
            after = page.get(page.size() - 1);
            List<String> gone = page.stream()
                    .filter(item -> !seen.test(new ExternalId(item)))
                    .toList();
            if (!gone.isEmpty()) {
                removed += transactions.call("write mirror", sql -> remove(sql, mirror.orElseThrow(), revision, gone));
            }
            page = page.size() == PAGE ? items(mirror.orElseThrow(), after) : List.of();
        }
        return removed;
    }

    private List<String> items(long mirror, String after) {
        return transactions.call(
                "read mirror",
                sql -> sql.select(MIRROR_LEVELS.ITEM)
                        .from(MIRROR_LEVELS)
                        .where(MirrorRows.isIn(mirror))
                        .and(MIRROR_LEVELS.ITEM.gt(after))
                        .orderBy(MIRROR_LEVELS.MIRROR_ID, MIRROR_LEVELS.ITEM)
                        .limit(PAGE)
                        .fetch(MIRROR_LEVELS.ITEM));
    }

    private static int remove(DSLContext sql, long mirror, long revision, List<String> items) {
        Set<Long> left = new HashSet<>(sql.selectDistinct(MIRROR_LEVELS.SKU_HASH)
                .from(MIRROR_LEVELS)
                .where(MirrorRows.isIn(mirror))
                .and(Lookups.isOneOf(MIRROR_LEVELS.ITEM, items))
                .and(MIRROR_LEVELS.SKU_HASH.isNotNull())
                .fetch(MIRROR_LEVELS.SKU_HASH));
        int removed = sql.deleteFrom(MIRROR_LEVELS)
                .where(MirrorRows.isIn(mirror))
                .and(Lookups.isOneOf(MIRROR_LEVELS.ITEM, items))
                .execute();
        touch(sql, mirror, revision, left);
        count(sql, mirror, -removed);
        return removed;
    }

    @Override
    public boolean advance(LocationRef location, MirrorRead read) {
        return transactions.call("advance mirror", sql -> {
            long mirror = mirror(sql, location);
            var update = sql.update(MIRROR_LOCATIONS).set(MIRROR_LOCATIONS.REVISION, read.revision());
            if (read.kind() != MirrorRead.Kind.SOME) {
                update = update.set(MIRROR_LOCATIONS.WATERMARK, read.mark().value())
                        .set(MIRROR_LOCATIONS.REFRESHED_AT, read.at());
            }
            if (read.kind() == MirrorRead.Kind.EVERYTHING) {
                update = update.set(MIRROR_LOCATIONS.BASIS, read.basis()).set(MIRROR_LOCATIONS.FULL_AT, read.at());
            }
            return update.where(MIRROR_LOCATIONS.ID.eq(mirror))
                            .and(MIRROR_LOCATIONS.REVISION.eq(read.revision() - 1))
                            .execute()
                    == 1;
        });
    }
}
