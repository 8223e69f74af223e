package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Counts what is asked of a source. */
final class CountedSource extends ForwardingSource {

    private int calls;
    private int wholePages;
    private int named;

    CountedSource(InventorySource next) {
        super(next);
    }

    @Override
    public LevelPage levels(ExternalId location, Optional<Cursor> cursor) {
        calls++;
        wholePages++;
        return super.levels(location, cursor);
    }

    @Override
    public LevelPage changedSince(ExternalId location, Watermark since, Optional<Cursor> cursor) {
        calls++;
        return super.changedSince(location, since, cursor);
    }

    @Override
    public List<StockLevel> levelsOf(ExternalId location, Collection<ExternalId> items) {
        calls++;
        named += items.size();
        return super.levelsOf(location, items);
    }

    /** How many calls there were since the last time it was asked. */
    int calls() {
        int since = calls;
        calls = 0;
        return since;
    }

    /** How many pages of whole reads. */
    int wholePages() {
        return wholePages;
    }

    /** How many items were asked for by name since the last time. */
    int named() {
        int since = named;
        named = 0;
        return since;
    }
}
