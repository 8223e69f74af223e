package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Levels in memory; of an item that comes twice, the later one counts. */
public final class InMemoryLevels implements OrderedLevels {

    private final Map<ExternalId, StockLevel> levels = new LinkedHashMap<>();

    public InMemoryLevels(Collection<StockLevel> levels) {
        levels.forEach(level -> this.levels.put(level.item(), level));
    }

    @Override
    public long items() {
        return levels.size();
    }

    @Override
    public Iterator<StockLevel> inOrder() {
        return levels.values().stream().sorted(ORDER).iterator();
    }

    @Override
    public Collection<StockLevel> of(Set<ExternalId> items) {
        return levels.values().stream()
                .filter(level -> items.contains(level.item()))
                .toList();
    }
}
