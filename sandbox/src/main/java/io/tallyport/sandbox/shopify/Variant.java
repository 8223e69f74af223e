package io.tallyport.sandbox.shopify;

import io.tallyport.sandbox.catalogue.CatalogueItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** A variant, the only one of its product, together with the product and the inventory item, which do not change. */
record Variant(
        int number,
        String title,
        Optional<String> sku,
        String barcode,
        String price,
        boolean tracked,
        Instant updatedAt)
        implements Node {

    private static final long VARIANTS = 44_800_000_000_000L;
    private static final long ITEMS = 46_900_000_000_000L;
    private static final long PRODUCTS = 8_100_000_000_000L;
    private static final long STEP = 32;

    static Variant of(CatalogueItem item, Instant now) {
        return new Variant(
                item.number(),
                item.title(),
                item.shopSku(),
                item.barcode(),
                BigDecimal.valueOf(item.priceCents(), 2).toPlainString(),
                item.shopTracked(),
                now.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The id of the variant of a product. */
    static long ofProduct(long productId) {
        return productId - PRODUCTS + VARIANTS;
    }

    long id() {
        return VARIANTS + number * STEP;
    }

    long itemId() {
        return ITEMS + number * STEP;
    }

    long productId() {
        return PRODUCTS + number * STEP;
    }

    Item item() {
        return new Item(this);
    }

    Product product() {
        return new Product(this);
    }

    @Override
    public String gid() {
        return Gid.of("ProductVariant", id());
    }

    /** The variant in its role of inventory item. */
    record Item(Variant variant) implements Node {
        @Override
        public String gid() {
            return Gid.of("InventoryItem", variant.itemId());
        }
    }

    /** The variant in its role of product. */
    record Product(Variant variant) implements Node {
        @Override
        public String gid() {
            return Gid.of("Product", variant.productId());
        }

        String handle() {
            return variant.title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-" + variant.number;
        }
    }
}
