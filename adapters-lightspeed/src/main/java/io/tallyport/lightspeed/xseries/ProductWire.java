package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product, or one variant of one; any field may be missing. */
record ProductWire(
        @Nullable String id,
        @Nullable String sku,
        @Nullable String name,
        @JsonProperty("variant_name") @Nullable String variantName,
        @JsonProperty("product_codes") @Nullable List<@Nullable Code> codes,
        @Nullable Boolean active,
        @JsonProperty("is_active") @Nullable Boolean isActive,
        @JsonProperty("has_inventory") @Nullable Boolean hasInventory,
        @JsonProperty("is_composite") @Nullable Boolean isComposite,
        @JsonProperty("deleted_at") @Nullable String deletedAt,
        @Nullable Long version)
        implements Versioned {

    /** A barcode or the like. */
    record Code(@Nullable String type, @Nullable String code) {}
}
