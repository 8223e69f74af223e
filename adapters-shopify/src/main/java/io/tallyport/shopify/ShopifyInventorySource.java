package io.tallyport.shopify;

import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.MarkedCursor;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads levels: all of them by variant, in pages or for a large shop by bulk operation, changed ones by location, known
 * ones by id.
 *
 * <p>Nothing is filtered in the listing: a filter goes through Shopify's search index, which may lag and ignores filters
 * it does not know. Variants of archived products are left out here, and are taken off the count that proves the read
 * complete.
 */
final class ShopifyInventorySource implements InventorySource {

    /** The search index lags behind: a change may be found only a while after it was made. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final ShopifyClient client;
    private final BulkFrom bulkFrom;
    private final LocationGuard locations;
    private final PagedLevels paged;
    private final BulkLevels bulk;
    private final PageSize changedSize = new PageSize();
    private final PageSize itemsSize = new PageSize();

    ShopifyInventorySource(ShopifyClient client, BulkLevels bulk, BulkFrom bulkFrom) {
        this.client = client;
        this.bulkFrom = bulkFrom;
        this.locations = new LocationGuard(client.connection());
        this.paged = new PagedLevels(client);
        this.bulk = bulk;
    }

    @Override
    public LevelPage levels(ExternalId location, Optional<Cursor> cursor) {
        locations.check(Document.LEVELS, location);
        return cursor.map(one -> marked(Document.LEVELS, one))
                .map(stored -> next(location, stored))
                .orElseGet(() -> first(location));
    }

    private LevelPage first(ExternalId location) {
        ShopSize size = ShopSize.of(client, location);
        Optional<LevelPage> begun =
                bulkFrom.isReachedBy(size) ? bulk.begin(location, size.mark(), size.exact()) : Optional.empty();
        return begun.orElseGet(() -> paged.page(location, size.mark(), LevelsCursor.START));
    }

    private LevelPage next(ExternalId location, MarkedCursor stored) {
        Optional<BulkCursor> at = BulkCursor.parse(stored.rest());
        if (at.isEmpty()) {
            return paged.page(location, stored.mark(), parsed(stored.rest()));
        }
        if (!at.get().location().equals(Gid.number(location))) {
            throw notOfThisRead(Document.LEVELS);
        }
        return bulk.next(location, stored.mark(), at.get());
    }

    @Override
    public LevelPage changedSince(ExternalId location, Watermark since, Optional<Cursor> cursor) {
        locations.check(Document.CHANGED_LEVELS, location);
        Instant from = instant(since);
        String filter = "updated_at:>='" + from.minus(OVERLAP) + "'";
        Optional<MarkedCursor> stored = cursor.map(one -> marked(Document.CHANGED_LEVELS, one));
        @Nullable String after = stored.map(MarkedCursor::rest).orElse(null);
        return changedSize.fit(first -> client.read(
                Document.CHANGED_LEVELS, new Queries.ChangedLevels(location.value(), first, after, filter), answer -> {
                    Wire.ChangedData data = ShopifyClient.data(answer, Wire.ChangedData.class);
                    Wire.LocationLevels found = LocationGuard.ensureFound(data.location(), location);
                    Wire.Connection<Wire.Level> levels = found.inventoryLevels();
                    List<StockLevel> rows = levels.nodes().stream()
                            .map(ShopifyInventorySource::changed)
                            .toList();
                    Instant mark = stored.map(MarkedCursor::mark)
                            .orElseGet(() -> later(from, answer.date().orElse(from)));
                    return levels.next(after)
                            .map(next -> LevelPage.withNext(rows, new MarkedCursor(mark, next).cursor()))
                            .orElseGet(() -> LevelPage.last(rows, new Watermark(mark.toString())));
                }));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
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

    private MarkedCursor marked(Document document, Cursor cursor) {
        return MarkedCursor.parse(cursor).orElseThrow(() -> notOfThisRead(document));
    }

    private LevelsCursor parsed(String rest) {
        try {
            return LevelsCursor.parse(new Cursor(rest));
        } catch (IllegalArgumentException notOurs) {
            throw notOfThisRead(Document.LEVELS);
        }
    }

    private PortException notOfThisRead(Document document) {
        return locations.rejected(document, ShopifyErrors.INVALID_DATA, "the cursor is not one of this read");
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
