package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product's stock at one outlet.
 *
 * @param level of 2.0
 * @param currentLevel of dated versions
 */
record InventoryWire(
        @JsonProperty("product_id") @Nullable String productId,
        @JsonProperty("outlet_id") @Nullable String outletId,
        @JsonProperty("inventory_level") @Nullable BigDecimal level,
        @JsonProperty("current_inventory_level") @Nullable BigDecimal currentLevel,
        @JsonProperty("deleted_at") @Nullable String deletedAt,
        @Nullable Long version)
        implements Versioned {}
