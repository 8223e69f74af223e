package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Inventory of API 2.0: asked by GET, told in an envelope, with the figure {@code inventory_level}. */
final class NumberedInventory implements InventoryFeed {

    /** More outlets than this a store hardly has; if it does, the next page is read. */
    private static final int OUTLETS = 1000;

    private final XSeriesClient client;

    NumberedInventory(XSeriesClient client) {
        this.client = client;
    }

    @Override
    public ApiVersion version() {
        return ApiVersion.TWO;
    }

    @Override
    public VersionPage<InventoryRow> page(long after, int size, boolean deletedToo) {
        return page("inventory.list", "inventory", after, size);
    }

    @Override
    public Optional<InventoryRow> row(UUID product, String outlet) {
        Optional<InventoryRow> found = Optional.empty();
        VersionPage<InventoryRow> page;
        long after = 0;
        do {
            page = page("inventory.one", "products/" + product + "/inventory", after, OUTLETS);
            found = page.rows().stream()
                    .filter(row -> row.outlet().equals(outlet))
                    .reduce((earlier, later) -> later);
            after = page.last();
        } while (found.isEmpty() && !page.isEnd());
        return found;
    }

    private VersionPage<InventoryRow> page(String operation, String path, long after, int size) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("after", after);
        parameters.put("page_size", size);
        return client.get(operation, ApiVersion.TWO, path, parameters, body -> rows(body, after));
    }

    private static VersionPage<InventoryRow> rows(JsonNode body, long after) {
        VersionPage<InventoryWire> page = Wire.enveloped(body, InventoryWire.class, ApiVersion.TWO, after);
        return new VersionPage<>(InventoryRow.all(page.rows(), ApiVersion.TWO, InventoryWire::level), page.last());
    }
}
