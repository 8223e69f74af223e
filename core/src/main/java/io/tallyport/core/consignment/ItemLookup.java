package io.tallyport.core.consignment;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Finds items of one connection by SKU, where a platform can do that with fewer calls than by reading all its products.
 *
 * <p>Throws {@link io.tallyport.core.kernel.PortException} as {@link ConsignmentSource} does. Thread-safe.
 */
@FunctionalInterface
public interface ItemLookup {

    /**
     * For each SKU every item that bears it in its normal form, letter case kept, and that can be ordered: not archived, not
     * deleted. A SKU that no item bears is not in the answer; one that several bear comes with all of them, as far as the
     * platform knows already. The answer is whole, or the call fails.
     */
    Map<Sku, Set<ExternalId>> itemsOf(Collection<Sku> skus);
}
