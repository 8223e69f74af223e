package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The store that a token opens. */
record RetailerWire(
        @Nullable String name,
        @JsonProperty("domain_prefix") @Nullable String domainPrefix) {}
