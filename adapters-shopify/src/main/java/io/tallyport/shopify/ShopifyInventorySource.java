package io.tallyport.shopify;

import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads levels: all of them by variant, changed ones by location, known ones by id.
 *
 * <p>Nothing is filtered in the listing: a filter goes through Shopify's search index, which may lag and ignores filters
 * it does not know. Variants of archived products are left out here, and are taken off the count that proves the read
 * complete.
 */
final class ShopifyInventorySource implements InventorySource {

    /** The time in an answer's header has whole seconds, and the index may be a moment late. */
    private static final Duration OVERLAP = Duration.ofSeconds(2);

    private final ShopifyClient client;
    private final LocationGuard locations;
    private final PageSize levelsSize = new PageSize();
    private final PageSize changedSize = new PageSize();
    private final PageSize itemsSize = new PageSize();

    ShopifyInventorySource(ShopifyClient client) {
        this.client = client;
        this.locations = new LocationGuard(client.connection());
    }

    @Override
    public Watermark mark() {
        return client.read(
                Document.MARK,
                new Queries.None(),
                answer -> answer.date()
                        .map(date -> new Watermark(date.toString()))
                        .orElseThrow(() -> ShopifyClient.unreadable("it has no Date header")));
    }

    @Override
    public Page<StockLevel> levels(ExternalId location, Optional<Cursor> cursor) {
        locations.check(Document.LEVELS, location);
        LevelsCursor at = cursor.map(one -> parsed(Document.LEVELS, one)).orElse(LevelsCursor.START);
        VariantPage page = levelsSize.fit(first -> client.read(
                Document.LEVELS,
                new Queries.Levels(location.value(), first, at.after()),
                Wire.LevelsData.class,
                data -> {
                    LocationGuard.ensureFound(data.location(), location);
                    return VariantPage.of(data.productVariants(), at);
                }));
        return page.next().isPresent()
                ? Page.withNext(page.levels(), page.next().get().cursor())
                : lastPage(page);
    }

    private Page<StockLevel> lastPage(VariantPage page) {
        return client.read(Document.VARIANT_COUNT, new Queries.None(), Wire.CountData.class, data -> {
            Wire.Count count = data.productVariantsCount();
            return count != null && count.isExact()
                    ? Page.last(page.levels(), Math.max(0, count.count() - page.leftOut()))
                    : Page.last(page.levels());
        });
    }

    @Override
    public Page<StockLevel> changedSince(ExternalId location, Watermark since, Optional<Cursor> cursor) {
        locations.check(Document.CHANGED_LEVELS, location);
        String filter = "updated_at:>='" + instant(since).minus(OVERLAP) + "'";
        @Nullable String after = cursor.map(Cursor::value).orElse(null);
        return changedSize.fit(first -> client.read(
                Document.CHANGED_LEVELS,
                new Queries.ChangedLevels(location.value(), first, after, filter),
                Wire.ChangedData.class,
                data -> {
                    Wire.LocationLevels found = LocationGuard.ensureFound(data.location(), location);
                    Wire.Connection<Wire.Level> levels = found.inventoryLevels();
                    List<StockLevel> rows = levels.nodes().stream()
                            .map(ShopifyInventorySource::changed)
                            .toList();
                    return levels.next(after)
                            .map(next -> Page.withNext(rows, new Cursor(next)))
                            .orElseGet(() -> Page.last(rows));
                }));
    }

    private static StockLevel changed(Wire.Level level) {
        Wire.Item item = level.item();
        if (item == null) {
            throw ShopifyClient.unreadable("a level without its item");
        }
        return StockMapper.level(item, "", level);
    }

    @Override
    public List<StockLevel> levelsOf(ExternalId location, Collection<ExternalId> items) {
        locations.check(Document.LEVELS_OF, location);
        List<String> known = items.stream()
                .filter(Gid.INVENTORY_ITEM::fits)
                .map(ExternalId::value)
                .distinct()
                .toList();
        List<StockLevel> rows = new ArrayList<>();
        for (int at = 0; at < known.size(); ) {
            int from = at;
            at += itemsSize.fit(most -> {
                List<String> part = known.subList(from, Math.min(known.size(), from + most));
                rows.addAll(levelsOf(location, part));
                return part.size();
            });
        }
        return List.copyOf(rows);
    }

    private List<StockLevel> levelsOf(ExternalId location, List<String> items) {
        return client.read(
                Document.LEVELS_OF, new Queries.LevelsOf(location.value(), items), Wire.NodesData.class, data -> {
                    LocationGuard.ensureFound(data.location(), location);
                    return data.items()
                            .map(item -> StockMapper.level(item, "", item.inventoryLevel()))
                            .toList();
                });
    }

    private LevelsCursor parsed(Document document, Cursor cursor) {
        try {
            return LevelsCursor.parse(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw locations.rejected(document, ShopifyErrors.INVALID_DATA, "the cursor is not one of this read");
        }
    }

    private Instant instant(Watermark mark) {
        try {
            return Instant.parse(mark.value());
        } catch (DateTimeParseException notOurs) {
            throw locations.rejected(
                    Document.CHANGED_LEVELS, ShopifyErrors.INVALID_DATA, "the watermark is not one of this platform");
        }
    }
}
