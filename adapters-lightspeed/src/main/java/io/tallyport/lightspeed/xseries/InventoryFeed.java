package io.tallyport.lightspeed.xseries;

import java.util.Optional;
import java.util.UUID;

/** Inventory as one version of the API tells it. Thread-safe. */
interface InventoryFeed {

    /**
     * Stock rows of all outlets, changed after a version, oldest change first.
     *
     * @param size the most rows that are asked for; fewer may come
     * @param deletedToo whether rows that were deleted come, where the version can tell them
     */
    VersionPage<InventoryRow> page(long after, int size, boolean deletedToo);

    /** A product's row at one outlet; empty where there is none. */
    Optional<InventoryRow> row(UUID product, String outlet);

    ApiVersion version();

    static InventoryFeed of(ApiVersion version, XSeriesClient client) {
        return version.isDated() ? new DatedInventory(version, client) : new NumberedInventory(client);
    }
}
