package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Json;

/** Somebody who sells to the retailer; guarded by the store's monitor. */
final class SupplierRow implements Versioned {

    final long number;
    String name;
    String description = "";
    JsonNode contact = Json.object();
    boolean gone;
    private long version;

    SupplierRow(long number, String name) {
        this.number = number;
        this.name = name;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public void mark(long next) {
        version = next;
    }

    @Override
    public boolean deleted() {
        return gone;
    }
}
