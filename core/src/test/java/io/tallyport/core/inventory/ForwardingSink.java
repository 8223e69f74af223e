package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import java.util.Optional;

/** Passes everything on; a test overrides what shall go wrong. */
class ForwardingSink implements InventorySink {

    private final InventorySink next;

    ForwardingSink(InventorySink next) {
        this.next = next;
    }

    @Override
    public int maxLines() {
        return next.maxLines();
    }

    @Override
    public Optional<WriteProof> proof() {
        return next.proof();
    }

    @Override
    public SetOutcome set(StockWrite write, String key) {
        return next.set(write, key);
    }

    @Override
    public StockLevel activate(ExternalId location, ExternalId item, String key) {
        return next.activate(location, item, key);
    }
}
