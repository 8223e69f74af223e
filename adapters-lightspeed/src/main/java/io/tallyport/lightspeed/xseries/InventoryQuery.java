package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a dated version is asked about inventory.
 *
 * @param sortDirection always said, since the platform would else begin with the newest, and paging upwards from there
 *     would see nothing more
 */
record InventoryQuery(
        long after,
        int size,
        @JsonProperty("sort_direction") String sortDirection,
        @JsonProperty("include_deleted") boolean includeDeleted) {

    static InventoryQuery upwards(long after, int size, boolean deletedToo) {
        return new InventoryQuery(after, size, "asc", deletedToo);
    }
}
