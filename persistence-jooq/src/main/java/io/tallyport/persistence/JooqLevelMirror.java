package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.MIRROR_LEVELS;
import static io.tallyport.persistence.schema.Tables.MIRROR_LOCATIONS;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.inventory.LevelMirror;
import io.tallyport.core.inventory.MirrorState;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import io.tallyport.persistence.schema.tables.records.MirrorLevelsRecord;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Reads the mirror, in pages by key where much may come, each a statement of its own. */
final class JooqLevelMirror implements LevelMirror {

    private static final int PAGE = 1000;

    private final Transactions transactions;

    JooqLevelMirror(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<MirrorState> state(LocationRef location) {
        return transactions.call(
                "find mirror",
                sql -> sql.selectFrom(MIRROR_LOCATIONS)
                        .where(MirrorRows.isOf(location))
                        .fetchOptional(row -> new MirrorState(
                                row.getBasis(),
                                row.getRevision(),
                                row.getRowCount(),
                                Optional.ofNullable(row.getWatermark()).map(Watermark::new),
                                Optional.ofNullable(row.getRefreshedAt()),
                                Optional.ofNullable(row.getFullAt()))));
    }

    @Override
    public void changedAfter(LocationRef location, long revision, Consumer<StockLevel> each) {
        List<Condition> behind = List.of(MIRROR_LEVELS.REVISION.gt(revision));
        List<MirrorLevelsRecord> page;
        do {
            page = page(location, behind);
            page.forEach(row -> each.accept(MirrorRows.level(row)));
            if (!page.isEmpty()) {
                MirrorLevelsRecord last = page.get(page.size() - 1);
                behind = Keyset.behind(MIRROR_LEVELS.REVISION, last.getRevision())
                        .then(MIRROR_LEVELS.ITEM, last.getItem())
                        .parts();
            }
        } while (page.size() == PAGE);
    }

    private List<MirrorLevelsRecord> page(LocationRef location, List<Condition> behind) {
        return transactions.call(
                "read mirror",
                sql -> MirrorRows.mirrorId(sql, location)
                        .map(mirror -> Keyset.page(
                                PAGE,
                                behind,
                                (part, size) -> sql.selectFrom(MIRROR_LEVELS)
                                        .where(MirrorRows.isIn(mirror))
                                        .and(part)
                                        .orderBy(MIRROR_LEVELS.MIRROR_ID, MIRROR_LEVELS.REVISION, MIRROR_LEVELS.ITEM)
                                        .limit(size)
                                        .fetch()))
                        .orElseGet(List::of));
    }

    @Override
    public List<StockLevel> ofSkus(LocationRef location, Collection<Sku> skus) {
        Set<Sku> wanted = new HashSet<>(skus);
        List<Long> hashes = wanted.stream()
                .map(sku -> MirrorRows.hash(sku.value()))
                .distinct()
                .toList();
        return transactions.call(
                "read mirror",
                sql -> MirrorRows.mirrorId(sql, location)
                        .map(mirror -> Chunks.of(hashes)
                                .flatMap(part -> bySkuHash(sql, mirror, part).stream())
                                .filter(level ->
                                        level.sku().map(wanted::contains).orElse(false))
                                .toList())
                        .orElseGet(List::of));
    }

    private static List<StockLevel> bySkuHash(DSLContext sql, long mirror, List<Long> hashes) {
        return sql.selectFrom(MIRROR_LEVELS)
                .where(MirrorRows.isIn(mirror))
                .and(Lookups.isOneOf(MIRROR_LEVELS.SKU_HASH, hashes))
                .orderBy(MIRROR_LEVELS.ITEM)
                .fetch(MirrorRows::level);
    }

    @Override
    public List<StockLevel> ofItems(LocationRef location, Collection<ExternalId> items) {
        List<String> ids = items.stream().map(ExternalId::value).distinct().toList();
        return transactions.call(
                "read mirror",
                sql -> MirrorRows.mirrorId(sql, location)
                        .map(mirror -> Chunks.of(ids)
                                .flatMap(part -> sql
                                        .selectFrom(MIRROR_LEVELS)
                                        .where(MirrorRows.isIn(mirror))
                                        .and(Lookups.isOneOf(MIRROR_LEVELS.ITEM, part))
                                        .orderBy(MIRROR_LEVELS.ITEM)
                                        .fetch(MirrorRows::level)
                                        .stream())
                                .toList())
                        .orElseGet(List::of));
    }
}
