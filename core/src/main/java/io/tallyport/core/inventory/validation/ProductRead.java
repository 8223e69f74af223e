package io.tallyport.core.inventory.validation;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.VariantPage;
import io.tallyport.core.catalog.VariantShelf;
import io.tallyport.core.inventory.RouteComparison.ReadExtent;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Sku;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The products of one side, on a shelf.
 *
 * @param untold how many came without a price
 */
record ProductRead(VariantShelf shelf, ReadExtent extent, long untold) {

    /**
     * Reads all products into {@code shelf}.
     *
     * @throws PortException when they cannot be read
     */
    static ProductRead of(ProductSource source, VariantShelf shelf, String step, Progress progress) {
        Set<Cursor> been = new HashSet<>();
        long untold = 0;
        VariantPage page = source.variants(Optional.empty());
        untold += put(page, shelf);
        while (page.next().isPresent()) {
            if (!been.add(page.next().get())) {
                throw new PortException.Protocol(
                        FailureContext.of(step), "the platform's pages go in a circle; try again", null);
            }
            progress.at(step, shelf.items(), OptionalLong.empty());
            page = source.variants(page.next());
            untold += put(page, shelf);
        }
        return new ProductRead(shelf, new ReadExtent(shelf.items(), page.total()), untold);
    }

    private static long put(VariantPage page, VariantShelf shelf) {
        shelf.put(page.variants());
        return page.variants().stream()
                .filter(variant -> variant.price().isEmpty())
                .count();
    }

    Optional<Variant> of(ExternalId item) {
        return shelf.of(item);
    }

    /** Those that bear a SKU and are archived. */
    List<Variant> archived(Sku sku) {
        return shelf.of(sku).stream()
                .filter(variant -> variant.product().status() == ProductStatus.ARCHIVED)
                .toList();
    }
}
