package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.kernel.InMemoryTable;
import io.tallyport.core.kernel.RouteId;
import java.util.List;

/** Rejected pairs in memory. */
public final class InMemoryRejectionStore implements RejectionStore {

    private final InMemoryTable<String, Rejection> rows = new InMemoryTable<>();

    @Override
    public List<Rejection> of(RouteId route) {
        return rows.values().stream()
                .filter(rejection -> rejection.pair().route().equals(route))
                .toList();
    }

    @Override
    public boolean add(Rejection rejection) {
        return rows.add(key(rejection.pair()), rejection);
    }

    @Override
    public boolean remove(SkuMapping pair) {
        return rows.remove(key(pair));
    }

    private static String key(SkuMapping pair) {
        return pair.route() + "\n" + pair.sourceItem() + "\n" + pair.targetItem();
    }
}
