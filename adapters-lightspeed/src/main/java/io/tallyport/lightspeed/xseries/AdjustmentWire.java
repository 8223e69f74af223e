package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An adjustment as the platform keeps it. */
record AdjustmentWire(
        @JsonProperty("product_id") @Nullable String productId,
        @JsonProperty("outlet_id") @Nullable String outletId,
        @Nullable String quantity,

        @JsonProperty("custom_inventory_adjustment_reason_id") @Nullable
        String customReasonId,

        @Nullable Long version)
        implements Versioned {

    /** What is asked for. */
    record Request(@JsonProperty("stock_adjustments") List<Line> lines) {}

    /**
     * One line of it.
     *
     * @param quantity a number in a text, with the sign that the reason wants
     */
    record Line(
            @JsonProperty("product_id") String productId,
            @JsonProperty("outlet_id") String outletId,
            String quantity,
            String reason,

            @JsonProperty("custom_inventory_adjustment_reason_id")
            String customReasonId) {}

    /** A custom reason; whether it is switched on need not be told. */
    record Reason(
            @Nullable String id,
            @Nullable String name,
            @Nullable String type,
            @Nullable Boolean enabled,
            @Nullable Long version)
            implements Versioned {}
}
