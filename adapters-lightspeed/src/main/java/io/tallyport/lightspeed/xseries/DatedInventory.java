package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Inventory of the dated versions: asked by POST with a body, told without an envelope, with the figure {@code
 * current_inventory_level}.
 */
final class DatedInventory implements InventoryFeed {

    private final ApiVersion version;
    private final XSeriesClient client;

    DatedInventory(ApiVersion version, XSeriesClient client) {
        this.version = version;
        this.client = client;
    }

    @Override
    public ApiVersion version() {
        return version;
    }

    @Override
    public VersionPage<InventoryRow> page(long after, int size, boolean deletedToo) {
        InventoryQuery question = InventoryQuery.upwards(after, size, deletedToo);
        return client.post("inventory.list", version, "inventory", question, body -> rows(body, after));
    }

    private VersionPage<InventoryRow> rows(JsonNode body, long after) {
        VersionPage<InventoryWire> page = Wire.bare(body, InventoryWire.class, version, after);
        return new VersionPage<>(InventoryRow.all(page.rows(), version, InventoryWire::currentLevel), page.last());
    }

    @Override
    public Optional<InventoryRow> row(UUID product, String outlet) {
        return client.get(
                "inventory.one",
                version,
                "inventory/" + product,
                Map.of(),
                body ->
                        InventoryRow.all(
                                        Wire.bareRows(body, InventoryWire.class, version),
                                        version,
                                        InventoryWire::currentLevel)
                                .stream()
                                .filter(row -> row.outlet().equals(outlet))
                                .reduce((earlier, later) -> later));
    }
}
