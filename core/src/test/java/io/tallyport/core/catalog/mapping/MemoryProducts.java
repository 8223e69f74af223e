package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.VariantPage;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A shop's products in memory, told in pages. */
public final class MemoryProducts implements ProductSource {

    private static final int PAGE = 250;

    private final Map<ExternalId, Variant> variants = new LinkedHashMap<>();
    private boolean countable = true;

    /** Adds or replaces. */
    public MemoryProducts put(Variant... some) {
        for (Variant variant : some) {
            variants.put(variant.item(), variant);
        }
        return this;
    }

    public void remove(ExternalId item) {
        variants.remove(item);
    }

    /** From now on the shop cannot say how many variants it has. */
    public void countNoMore() {
        countable = false;
    }

    @Override
    public VariantPage variants(Optional<Cursor> cursor) {
        int from = cursor.map(at -> Integer.parseInt(at.value())).orElse(0);
        List<Variant> all = new ArrayList<>(variants.values());
        int to = Math.min(all.size(), from + PAGE);
        boolean last = to == all.size();
        return new VariantPage(
                all.subList(from, to),
                last ? Optional.empty() : Optional.of(new Cursor(Integer.toString(to))),
                last && countable ? OptionalLong.of(all.size()) : OptionalLong.empty());
    }

    @Override
    public List<Variant> variantsOf(Collection<ExternalId> items) {
        return variants.values().stream()
                .filter(variant -> items.contains(variant.item()))
                .toList();
    }
}
