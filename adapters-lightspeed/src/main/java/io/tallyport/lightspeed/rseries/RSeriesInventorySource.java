package io.tallyport.lightspeed.rseries;

import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.MarkedCursor;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Stock levels of R-Series.
 *
 * <p>Changes are found through {@code ItemShop.timeStamp}, since an item's own time does not move with its stock. A read of
 * changes hands over the server's time at its first page. Such times have a precision of one second, and what is read may
 * be a moment behind what is written, so each read looks {@link #OVERLAP} back.
 */
final class RSeriesInventorySource implements InventorySource {

    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final String ITEM = "Item";
    private static final String ITEM_SHOP = "ItemShop";
    private static final String WITH_STOCK = "[\"ItemShops\"]";
    private static final int MOST_IDS = 100;
    private static final double PLAIN = 1;
    /** One to-many relation on a list: 0.2, doubled. */
    private static final double WITH_RELATION = 1.4;

    private final RSeriesPages pages;
    private final RSeriesShops shops;
    private final StockLevelMapper mapper;

    RSeriesInventorySource(RSeriesPages pages, RSeriesShops shops, StockLevelMapper mapper) {
        this.pages = pages;
        this.shops = shops;
        this.mapper = mapper;
    }

    @Override
    public LevelPage levels(ExternalId location, Optional<Cursor> cursor) {
        shops.require(location);
        Optional<MarkedCursor> stored = cursor.map(one -> parsed("Item.list", one));
        Instant mark = stored.map(MarkedCursor::mark).orElseGet(this::now);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("load_relations", WITH_STOCK);
        parameters.put("sort", "itemID");
        parameters.put("limit", RSeriesPages.LIMIT);
        RSeriesPages.Rows<StockLevel> page = pages.page(
                "Item.list",
                WITH_RELATION,
                ITEM,
                parameters,
                stored.map(one -> new Cursor(one.rest())),
                rows -> mapper.levels(rows.items(), location));
        return page.next()
                .map(next -> LevelPage.withNext(page.rows(), new MarkedCursor(mark, next.value()).cursor()))
                .orElseGet(() ->
                        LevelPage.last(page.rows(), pages.count("Item.count", ITEM), new Watermark(mark.toString())));
    }

    /** The platform's time before a read begins: what changes from now on is not taken as seen. */
    private Instant now() {
        return pages.accounts()
                .date()
                .orElseThrow(() -> new PortException.Protocol(
                        FailureContext.of("Account.get").withCode(LightspeedErrors.UNREADABLE),
                        "the answer does not say the server's time (no Date header)",
                        null));
    }

    @Override
    public LevelPage changedSince(ExternalId location, Watermark since, Optional<Cursor> cursor) {
        shops.require(location);
        Instant from = from(since);
        Optional<MarkedCursor> stored = cursor.map(one -> parsed("ItemShop.list", one));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("shopID", location.value());
        parameters.put("timeStamp", ">=," + from.truncatedTo(ChronoUnit.SECONDS).minus(OVERLAP));
        parameters.put("sort", "timeStamp");
        parameters.put("limit", RSeriesPages.LIMIT);
        RSeriesPages.Rows<ItemShopWire> page = pages.page(
                "ItemShop.list",
                PLAIN,
                ITEM_SHOP,
                parameters,
                stored.map(one -> new Cursor(one.rest())),
                PageWire::itemShops);
        Instant mark = stored.map(MarkedCursor::mark)
                .orElseGet(() -> later(from, page.date().orElse(from)));
        List<StockLevel> levels = page.rows().stream()
                .filter(row -> location.value().equals(row.shopID()))
                .map(mapper::changed)
                .toList();
        return page.next()
                .map(next -> LevelPage.withNext(levels, new MarkedCursor(mark, next.value()).cursor()))
                .orElseGet(() -> LevelPage.last(levels, new Watermark(mark.toString())));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static MarkedCursor parsed(String operation, Cursor cursor) {
        return MarkedCursor.parse(cursor)
                .orElseThrow(() -> new PortException.Rejected(
                        FailureContext.of(operation).withCode(LightspeedErrors.REFUSED),
                        "the cursor is not one of this read; begin the read again"));
    }

    private static Instant from(Watermark since) {
        try {
            return Instant.parse(since.value());
        } catch (DateTimeParseException e) {
            throw new PortException.Rejected(
                    FailureContext.of("ItemShop.list").withCode(LightspeedErrors.REFUSED),
                    "the watermark is not one of this platform; read everything once");
        }
    }

    @Override
    public List<StockLevel> levelsOf(ExternalId location, Collection<ExternalId> items) {
        shops.require(location);
        List<String> ids = items.stream()
                .map(ExternalId::value)
                .filter(id -> id.matches("[0-9]{1,18}"))
                .distinct()
                .toList();
        List<StockLevel> levels = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put(
                    "itemID",
                    ids.subList(from, Math.min(ids.size(), from + MOST_IDS)).stream()
                            .collect(Collectors.joining(",", "IN,[", "]")));
            parameters.put("load_relations", WITH_STOCK);
            parameters.put("limit", RSeriesPages.LIMIT);
            pages.each("Item.some", WITH_RELATION, ITEM, parameters, rows -> mapper.levels(rows.items(), location))
                    .forEach(levels::addAll);
        }
        return List.copyOf(levels);
    }
}
