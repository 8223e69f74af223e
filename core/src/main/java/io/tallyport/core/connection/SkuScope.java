package io.tallyport.core.connection;

import io.tallyport.core.kernel.Sku;
import java.util.List;

/**
 * Which SKUs a route carries: all, or those that begin with one of some prefixes.
 *
 * @param prefixes none for all
 */
public record SkuScope(List<String> prefixes) {

    public static final SkuScope ALL = new SkuScope(List.of());

    public SkuScope {
        prefixes = List.copyOf(prefixes);
        if (prefixes.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a SKU prefix must not be blank");
        }
    }

    public boolean covers(Sku sku) {
        return prefixes.isEmpty() || prefixes.stream().anyMatch(sku.value()::startsWith);
    }

    /** Whether no SKU can be in both scopes. */
    public boolean isDisjointFrom(SkuScope other) {
        if (prefixes.isEmpty() || other.prefixes.isEmpty()) {
            return false;
        }
        return prefixes.stream()
                .noneMatch(mine ->
                        other.prefixes.stream().anyMatch(theirs -> mine.startsWith(theirs) || theirs.startsWith(mine)));
    }
}
