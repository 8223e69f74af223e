package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A handful of levels in memory. */
record FewLevels(List<StockLevel> levels) implements OrderedLevels {

    FewLevels {
        levels = levels.stream().sorted(ORDER).toList();
    }

    /** Of an item that is there twice, the later level counts. */
    static FewLevels latest(List<StockLevel> arrived) {
        Map<ExternalId, StockLevel> latest = new LinkedHashMap<>();
        arrived.forEach(level -> latest.put(level.item(), level));
        return new FewLevels(List.copyOf(latest.values()));
    }

    @Override
    public long items() {
        return levels.size();
    }

    @Override
    public Iterator<StockLevel> inOrder() {
        return levels.iterator();
    }

    @Override
    public Collection<StockLevel> of(Set<ExternalId> items) {
        return levels.stream().filter(level -> items.contains(level.item())).toList();
    }
}
