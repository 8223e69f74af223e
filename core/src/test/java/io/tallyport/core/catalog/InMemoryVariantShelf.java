package io.tallyport.core.catalog;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shelf in memory. */
public final class InMemoryVariantShelf implements VariantShelf {

    private final Map<ExternalId, Variant> variants = new LinkedHashMap<>();

    @Override
    public void put(Collection<Variant> more) {
        more.forEach(variant -> variants.put(variant.item(), variant));
    }

    @Override
    public long items() {
        return variants.size();
    }

    @Override
    public Optional<Variant> of(ExternalId item) {
        return Optional.ofNullable(variants.get(item));
    }

    @Override
    public List<Variant> of(Sku sku) {
        return variants.values().stream()
                .filter(variant -> variant.sku().filter(sku::equals).isPresent())
                .toList();
    }

    @Override
    public void close() {
        variants.clear();
    }
}
