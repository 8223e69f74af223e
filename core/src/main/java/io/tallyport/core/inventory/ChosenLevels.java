package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** A few levels of a location, read just now. */
final class ChosenLevels implements OrderedLevels {

    private final long items;
    private final List<StockLevel> levels;

    /** With {@code items} being how many the whole location has. */
    ChosenLevels(long items, Collection<StockLevel> levels) {
        this.items = items;
        this.levels = levels.stream().sorted(ORDER).toList();
    }

    @Override
    public long items() {
        return items;
    }

    @Override
    public Iterator<StockLevel> inOrder() {
        return levels.iterator();
    }

    @Override
    public Collection<StockLevel> of(Set<ExternalId> wanted) {
        return levels.stream().filter(level -> wanted.contains(level.item())).toList();
    }
}
