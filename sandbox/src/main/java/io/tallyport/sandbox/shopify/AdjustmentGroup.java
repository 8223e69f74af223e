package io.tallyport.sandbox.shopify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one call changed. */
record AdjustmentGroup(
        long id, Instant createdAt, String reason, Optional<String> referenceDocumentUri, List<Change> changes)
        implements Node {

    /** One quantity that changed. */
    record Change(Variant variant, Place place, String name, int delta, Optional<String> ledgerDocumentUri) {}

    @Override
    public String gid() {
        return Gid.of("InventoryAdjustmentGroup", id);
    }
}
