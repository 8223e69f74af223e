package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
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
        @Nullable String description,
        @JsonProperty("variant_parent_id") @Nullable String parentId,
        @JsonProperty("variant_options") @Nullable List<@Nullable Option> variantOptions,
        @JsonProperty("price_including_tax") @Nullable BigDecimal priceWithTax,
        @JsonProperty("price_excluding_tax") @Nullable BigDecimal priceWithoutTax,
        @Nullable Named type,
        @Nullable List<@Nullable Named> categories,
        @Nullable List<@Nullable Image> images,
        @Nullable Long version)
        implements Versioned {

    /** A barcode or the like. */
    record Code(@Nullable String type, @Nullable String code) {}

    /** What tells a variant from its siblings. */
    record Option(@Nullable String name, @Nullable String value) {}

    /** A type, or a tag; one that is not there has no name. */
    record Named(@Nullable String name) {}

    record Image(@Nullable String url) {}
}
