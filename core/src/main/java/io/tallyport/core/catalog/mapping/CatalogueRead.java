package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.VariantPage;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads all products of one connection, page by page, and says whether that was all. */
final class CatalogueRead {

    private final Progress progress;

    CatalogueRead(Progress progress) {
        this.progress = progress;
    }

    /**
     * Reads.
     *
     * @param name whose products, for people
     * @throws PortException as the source's reads, and Protocol when its pages do not end
     */
    CatalogueSide read(ProductSource source, String name) {
        String step = "reading the products of " + name;
        Map<ExternalId, CatalogueItem> items = new LinkedHashMap<>();
        Set<Cursor> seen = new HashSet<>();
        Optional<Cursor> next = Optional.empty();
        OptionalLong total;
        do {
            VariantPage page = source.variants(next);
            page.variants().forEach(variant -> items.put(variant.item(), CatalogueItem.of(variant)));
            next = page.next();
            total = page.total();
            progress.at(step, items.size(), total);
            if (next.isPresent() && !seen.add(next.get())) {
                throw new PortException.Protocol(
                        FailureContext.of(step), "the platform's pages go in a circle; try again", null);
            }
        } while (next.isPresent());
        return new CatalogueSide(items, total.isPresent() && items.size() >= total.getAsLong());
    }
}
