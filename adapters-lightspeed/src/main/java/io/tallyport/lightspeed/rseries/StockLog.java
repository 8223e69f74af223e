package io.tallyport.lightspeed.rseries;

import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.ExternalId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The account's log of changes of stock, InventoryLog (vendor page endpoints/inventorylog). Thread-safe. */
final class StockLog {

    private static final String ENTITY = "InventoryLog";
    private static final String MARK = "log ";

    private final RSeriesPages pages;

    StockLog(RSeriesPages pages) {
        this.pages = pages;
    }

    /** Where the log ends now. */
    Watermark end() {
        return new Watermark(MARK + newest(Map.of()));
    }

    /** Empty for what is no such mark. */
    static Optional<Long> position(Watermark mark) {
        return mark.value().matches(MARK + "[0-9]{1,18}")
                ? Optional.of(Long.valueOf(mark.value().substring(MARK.length())))
                : Optional.empty();
    }

    /** The newest entry of an item in a shop; 0 where there is none. */
    long newest(ExternalId shop, ExternalId item) {
        return newest(of(shop, item));
    }

    private long newest(Map<String, String> of) {
        Map<String, String> parameters = new LinkedHashMap<>(of);
        parameters.put("sort", "-inventoryLogID");
        parameters.put("limit", "1");
        return pages
                .page("InventoryLog.newest", 1, ENTITY, parameters, Optional.empty(), StockLog::entries)
                .rows()
                .stream()
                .mapToLong(LogEntry::id)
                .max()
                .orElse(0);
    }

    /** An item's entries in a shop after another one, oldest first. */
    List<LogEntry> after(long entry, ExternalId shop, ExternalId item) {
        Map<String, String> parameters = new LinkedHashMap<>(of(shop, item));
        parameters.put("inventoryLogID", ">," + entry);
        parameters.put("sort", "inventoryLogID");
        parameters.put("limit", RSeriesPages.LIMIT);
        return pages.each("InventoryLog.list", 1, ENTITY, parameters, StockLog::entries).stream()
                .flatMap(List::stream)
                .filter(one -> one.id() > entry)
                .toList();
    }

    private static Map<String, String> of(ExternalId shop, ExternalId item) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("itemID", item.value());
        parameters.put("shopID", shop.value());
        return parameters;
    }

    private static List<LogEntry> entries(PageWire page) {
        return page.inventoryLogs().stream().map(LogEntry::of).toList();
    }
}
