package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** An outlet: a shop or a warehouse. */
record OutletWire(
        @Nullable String id,
        @Nullable String name,
        @JsonProperty("deleted_at") @Nullable String deletedAt,
        @Nullable Long version)
        implements Versioned {}
