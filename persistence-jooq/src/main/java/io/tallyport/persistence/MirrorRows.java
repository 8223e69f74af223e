package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.MIRROR_LEVELS;
import static io.tallyport.persistence.schema.Tables.MIRROR_LOCATIONS;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Stocking;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.persistence.schema.tables.records.MirrorLevelsRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** How a level stands in a row of the mirror. */
final class MirrorRows {

    private static final int MOST_TITLE = 255;
    private static final int MOST_SKU = 1000;
    private static final int MOST_FIGURE = 60;

    private MirrorRows() {}

    static Optional<Long> mirrorId(DSLContext sql, LocationRef location) {
        return sql.select(MIRROR_LOCATIONS.ID)
                .from(MIRROR_LOCATIONS)
                .where(isOf(location))
                .fetchOptional(MIRROR_LOCATIONS.ID);
    }

    static Condition isOf(LocationRef location) {
        return MIRROR_LOCATIONS
                .CONNECTION_ID
                .eq(location.connection().value())
                .and(MIRROR_LOCATIONS.LOCATION.eq(location.location().value()));
    }

    static MirrorLevelsRecord row(long mirror, StockLevel level, long revision) {
        Optional<String> sku =
                level.sku().map(Sku::value).filter(text -> text.codePointCount(0, text.length()) <= MOST_SKU);
        return new MirrorLevelsRecord(
                mirror,
                level.item().value(),
                sku.orElse(null),
                sku.map(MirrorRows::hash).orElse(null),
                cut(level.title()),
                level.tracked(),
                level.stocking().name(),
                figure(level.onHand()),
                figure(level.available()),
                revision);
    }

    /** A figure that no shop has is taken for one that was not told: a missing figure is not zero. */
    private static @Nullable String figure(Optional<Quantity> quantity) {
        return quantity.map(Quantity::toString)
                .filter(text -> text.length() <= MOST_FIGURE)
                .orElse(null);
    }

    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= MOST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, MOST_TITLE));
    }

    static StockLevel level(MirrorLevelsRecord row) {
        return new StockLevel(
                new ExternalId(row.getItem()),
                Optional.ofNullable(row.getSku()).map(Sku::new),
                row.getTitle(),
                row.getTracked(),
                Stocking.valueOf(row.getStocking()),
                Optional.ofNullable(row.getOnHand()).map(Quantity::parse),
                Optional.ofNullable(row.getAvailable()).map(Quantity::parse));
    }

    /** Whether two rows say the same of an item, whatever their revision. */
    static boolean isSame(MirrorLevelsRecord one, MirrorLevelsRecord other) {
        return level(one).equals(level(other));
    }

    /** The first eight bytes of the SKU's SHA-256: near enough to look it up by, and the SKU itself decides. */
    static long hash(String sku) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sku.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    static Condition isIn(long mirror) {
        return MIRROR_LEVELS.MIRROR_ID.eq(mirror);
    }
}
