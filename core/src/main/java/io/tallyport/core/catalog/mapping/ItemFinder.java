package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the item that a person names: by its id with one small request, by its SKU in all that is read. */
final class ItemFinder {

    private final ProductSource products;
    private final String connection;
    private final Progress progress;
    private @Nullable CatalogueSide all;

    ItemFinder(ProductSource products, String connection, Progress progress) {
        this.products = products;
        this.connection = connection;
        this.progress = progress;
    }

    /**
     * Finds it.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when there is none, or the SKU stands for several
     */
    CatalogueItem find(ItemRef ref) {
        return ref.item().map(this::byId).orElseGet(() -> bySku(ref.sku().orElseThrow()));
    }

    private CatalogueItem byId(ExternalId item) {
        return products.variantsOf(List.of(item)).stream()
                .filter(variant -> variant.item().equals(item))
                .findFirst()
                .map(CatalogueItem::of)
                .orElseThrow(() -> none("connection \"" + connection + "\" has no item " + item));
    }

    private CatalogueItem bySku(Sku sku) {
        CatalogueSide side = all;
        if (side == null) {
            side = new CatalogueRead(progress).read(products, connection);
            all = side;
        }
        List<CatalogueItem> found = side.items().stream()
                .filter(item -> item.sku().filter(sku::equals).isPresent())
                .toList();
        List<CatalogueItem> live =
                found.stream().filter(item -> !item.isArchived()).toList();
        List<CatalogueItem> meant = live.isEmpty() ? found : live;
        if (meant.isEmpty()) {
            throw none("connection \"" + connection + "\" has no item with the SKU \"" + sku + "\""
                    + (side.complete() ? "" : " among those that were read, and that was not all"));
        }
        if (meant.size() > 1) {
            throw none("at connection \"" + connection + "\" the SKU \"" + sku + "\" stands for " + meant.size()
                    + " items: " + meant.get(0).item() + " and " + meant.get(1).item());
        }
        return meant.get(0);
    }

    private static RuntimeException none(String message) {
        return MappingErrors.rejected("find item", MappingErrors.NO_SUCH_ITEM, message);
    }
}
