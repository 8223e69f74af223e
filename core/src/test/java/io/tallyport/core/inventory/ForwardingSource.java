package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Passes everything on; a test overrides what shall go wrong. */
class ForwardingSource implements InventorySource {

    private final InventorySource next;

    ForwardingSource(InventorySource next) {
        this.next = next;
    }

    @Override
    public LevelPage levels(ExternalId location, Optional<Cursor> cursor) {
        return next.levels(location, cursor);
    }

    @Override
    public LevelPage changedSince(ExternalId location, Watermark since, Optional<Cursor> cursor) {
        return next.changedSince(location, since, cursor);
    }

    @Override
    public List<StockLevel> levelsOf(ExternalId location, Collection<ExternalId> items) {
        return next.levelsOf(location, items);
    }
}
