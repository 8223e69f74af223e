package io.tallyport.lightspeed.rseries;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** An item; every scalar is a string, any may be missing. */
record ItemWire(
        @Nullable String itemID,
        @Nullable String systemSku,
        @Nullable String customSku,
        @Nullable String manufacturerSku,
        @Nullable String upc,
        @Nullable String ean,
        @Nullable String description,
        @Nullable String itemType,
        @Nullable ItemShopsWire itemShops,
        @Nullable String archived,
        @Nullable String itemMatrixID,
        @JsonProperty("Prices") ShownWire.@Nullable Prices prices,
        @JsonProperty("Category") ShownWire.@Nullable Category category,
        @JsonProperty("Images") ShownWire.@Nullable Images images,
        @JsonProperty("Tags") ShownWire.@Nullable Tags tags,
        @JsonProperty("ItemAttributes") ShownWire.@Nullable Attributes attributes,
        @JsonProperty("ItemECommerce") ShownWire.@Nullable LongText longText,
        @JsonProperty("Note") ShownWire.@Nullable Note note) {

    /** An item with its stock alone. */
    ItemWire(
            @Nullable String itemID,
            @Nullable String systemSku,
            @Nullable String customSku,
            @Nullable String manufacturerSku,
            @Nullable String upc,
            @Nullable String ean,
            @Nullable String description,
            @Nullable String itemType,
            @Nullable ItemShopsWire itemShops) {
        this(
                itemID,
                systemSku,
                customSku,
                manufacturerSku,
                upc,
                ean,
                description,
                itemType,
                itemShops,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Whether it is one variant of several. */
    boolean hasMatrix() {
        return itemMatrixID != null && !itemMatrixID.isBlank() && !itemMatrixID.equals("0");
    }
}
