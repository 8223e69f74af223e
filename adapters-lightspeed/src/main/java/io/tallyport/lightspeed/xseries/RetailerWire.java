package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The store that a token opens. */
record RetailerWire(
        @Nullable String name,
        @JsonProperty("domain_prefix") @Nullable String domainPrefix,
        @JsonProperty("tax_exclusive") @Nullable Boolean taxExclusive,
        @Nullable JsonNode currency) {

    /** The code of what the store sells in; "" where it does not say. */
    String currencyCode() {
        return currency == null ? "" : currency.path("code").asText("");
    }
}
