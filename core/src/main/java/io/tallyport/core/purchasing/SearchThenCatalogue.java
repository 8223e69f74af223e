package io.tallyport.core.purchasing;

import io.tallyport.core.consignment.ItemLookup;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds few items by the platform's search, so that an order of ten lines does not read a catalogue of fifty thousand. Many are
 * found sooner by reading it whole; and so is what the search does not know, before it is said that no item bears it.
 */
public final class SearchThenCatalogue implements ItemLookup {

    private static final int FEW = 200;

    private final ItemLookup search;
    private final ItemLookup catalogue;

    public SearchThenCatalogue(ItemLookup search, ItemLookup catalogue) {
        this.search = search;
        this.catalogue = catalogue;
    }

    @Override
    public Map<Sku, Set<ExternalId>> itemsOf(Collection<Sku> skus) {
        Set<Sku> wanted = new HashSet<>(skus);
        if (wanted.size() > FEW) {
            return catalogue.itemsOf(wanted);
        }
        Map<Sku, Set<ExternalId>> found = new HashMap<>(search.itemsOf(wanted));
        wanted.removeAll(found.keySet());
        if (!wanted.isEmpty()) {
            found.putAll(catalogue.itemsOf(wanted));
        }
        return found;
    }
}
