package io.tallyport.core.catalog;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.InMemoryTable;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.RouteId;
import java.util.List;

/** Mappings in memory. */
public final class InMemoryMappingStore implements MappingStore {

    private final InMemoryTable<String, MappingEntry> bySource = new InMemoryTable<>();

    @Override
    public List<SkuMapping> of(RouteId route) {
        return entries(route).stream().map(MappingEntry::mapping).toList();
    }

    @Override
    public List<MappingEntry> entries(RouteId route) {
        return bySource.values().stream()
                .filter(entry -> entry.mapping().route().equals(route))
                .toList();
    }

    @Override
    public synchronized void add(MappingEntry entry) {
        SkuMapping mapping = entry.mapping();
        List<SkuMapping> same = of(mapping.route()).stream()
                .filter(known -> known.sourceItem().equals(mapping.sourceItem())
                        || known.targetItem().equals(mapping.targetItem()))
                .toList();
        if (same.isEmpty()) {
            bySource.put(key(mapping), entry);
        } else if (!same.equals(List.of(mapping))) {
            throw new PortException.Conflict(
                    FailureContext.of("add mapping"), "one of the items is mapped to another one");
        }
    }

    @Override
    public synchronized boolean remove(SkuMapping mapping) {
        return of(mapping.route()).contains(mapping) && bySource.remove(key(mapping));
    }

    private static String key(SkuMapping mapping) {
        return mapping.route() + "/" + mapping.sourceItem();
    }
}
