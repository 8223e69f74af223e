package io.tallyport.core.purchasing;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.VariantPage;
import io.tallyport.core.consignment.ItemLookup;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Sku;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Finds items by reading all products once; keeps only those that were asked for. */
public final class CatalogueLookup implements ItemLookup {

    private static final String OPERATION = "look up SKUs";

    private final ProductSource products;

    public CatalogueLookup(ProductSource products) {
        this.products = products;
    }

    @Override
    public Map<Sku, Set<ExternalId>> itemsOf(Collection<Sku> skus) {
        Set<Sku> wanted = Set.copyOf(skus);
        Map<ExternalId, Optional<Sku>> bySeen = new HashMap<>();
        Set<Cursor> cursors = new HashSet<>();
        Optional<Cursor> next = Optional.empty();
        OptionalLong total;
        do {
            VariantPage page = products.variants(next);
            page.variants().forEach(variant -> bySeen.put(variant.item(), orderable(variant, wanted)));
            next = page.next();
            total = page.total();
            if (next.isPresent() && !cursors.add(next.get())) {
                throw new PortException.Protocol(
                        FailureContext.of(OPERATION), "the platform's pages go in a circle; try again", null);
            }
        } while (next.isPresent());
        if (total.isEmpty() || bySeen.size() < total.getAsLong()) {
            throw new PortException.Transient(
                    FailureContext.of(OPERATION),
                    "the products could not be read whole: " + bySeen.size() + " came; try again",
                    null);
        }
        return bySku(bySeen);
    }

    private static Optional<Sku> orderable(Variant variant, Set<Sku> wanted) {
        return variant.product().status() == ProductStatus.ARCHIVED
                ? Optional.empty()
                : variant.sku().filter(wanted::contains);
    }

    private static Map<Sku, Set<ExternalId>> bySku(Map<ExternalId, Optional<Sku>> bySeen) {
        Map<Sku, Set<ExternalId>> found = new HashMap<>();
        bySeen.forEach((item, sku) -> sku.ifPresent(
                own -> found.computeIfAbsent(own, fresh -> new HashSet<>()).add(item)));
        return found;
    }
}
