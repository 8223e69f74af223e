package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A consignment as the platform writes it. */
record ConsignmentWire(
        @Nullable String id,
        @Nullable String type,
        @Nullable String status,
        @JsonProperty("outlet_id") @Nullable String outletId,
        @JsonProperty("source_outlet_id") @Nullable String sourceOutletId,
        @JsonProperty("supplier_id") @Nullable String supplierId,
        @Nullable String reference,
        @Nullable String name,
        @JsonProperty("deleted_at") @Nullable String deletedAt,
        @Nullable Long version)
        implements Versioned {

    /**
     * What a new one says; what is null is left out.
     *
     * @param name for people: the note of an order
     * @param filters what a count is limited to; without any it is about the whole store
     */
    record New(
            String name,
            @JsonProperty("outlet_id") String outletId,
            String type,
            String status,
            String reference,
            @JsonProperty("source_outlet_id") @Nullable String sourceOutletId,
            @JsonProperty("supplier_id") @Nullable String supplierId,
            @Nullable List<Filter> filters) {}

    /**
     * What a count is limited to.
     *
     * @param type of what the value is the id of
     */
    record Filter(String type, String value) {}

    /** A product on it; numbers are texts. */
    record Line(
            @JsonProperty("product_id") @Nullable String productId,
            @Nullable String count,
            @Nullable String received,
            @Nullable String cost,
            @JsonProperty("created_at") @Nullable String createdAt,
            @JsonProperty("deleted_at") @Nullable String deletedAt,
            @Nullable Long version)
            implements Versioned {}

    /** What a line is to say; what is null is left out, and left alone. */
    record Change(
            @JsonProperty("product_id") String productId,
            @Nullable String count,
            @Nullable String received,
            @Nullable String cost) {}

    /** An answer of which nothing but the id is needed. */
    record Named(@Nullable String id) {}
}
