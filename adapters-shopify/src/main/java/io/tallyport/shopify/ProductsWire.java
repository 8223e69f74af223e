package io.tallyport.shopify;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shapes of what customers are shown; a part that the schema promises and the answer lacks fails the reading. */
final class ProductsWire {

    private ProductsWire() {}

    record Variant(
            String id,
            @Nullable String barcode,
            @Nullable String price,
            @Nullable List<Option> selectedOptions,
            Product product,
            Item inventoryItem) {
        Variant {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(product, "product");
            Objects.requireNonNull(inventoryItem, "inventoryItem");
        }

        /** What the listing is sorted by: the digits at the end of the id; 0 where there are none. */
        long number() {
            String digits = id.substring(id.lastIndexOf('/') + 1);
            return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
        }
    }

    record Option(@Nullable String name, @Nullable String value) {}

    record Item(String id, @Nullable String sku) {
        Item {
            Objects.requireNonNull(id, "id");
        }
    }

    record Category(@Nullable String fullName) {}

    /**
     * A product.
     *
     * @param media the first ten; null in a bulk operation
     * @param featuredMedia the first one; null unless in a bulk operation
     */
    record Product(
            String id,
            @Nullable String title,
            @Nullable String descriptionHtml,
            @Nullable String productType,
            @Nullable Category category,
            @Nullable List<String> tags,
            String status,
            @Nullable Media media,
            @Nullable Medium featuredMedia) {
        Product {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(status, "status");
        }

        Stream<Medium> pictures() {
            return media == null ? Stream.ofNullable(featuredMedia) : media.nodes().stream();
        }
    }

    record Media(List<Medium> nodes) {
        Media {
            Objects.requireNonNull(nodes, "nodes");
        }
    }

    /** A picture, film or model; none has an address before it is processed. */
    record Medium(@Nullable Preview preview) {
        Optional<String> address() {
            return Optional.ofNullable(preview).map(Preview::image).map(Image::url);
        }
    }

    record Preview(@Nullable Image image) {}

    record Image(@Nullable String url) {}

    record Data(Wire.Connection<Variant> productVariants) {
        Data {
            Objects.requireNonNull(productVariants, "productVariants");
        }
    }

    record ItemVariants(List<Variant> nodes) {
        ItemVariants {
            Objects.requireNonNull(nodes, "nodes");
        }
    }

    /** An inventory item, or what is none and so has no variants. */
    record Node(@Nullable ItemVariants variants) {}

    record NodesData(List<@Nullable Node> nodes) {
        NodesData {
            Objects.requireNonNull(nodes, "nodes");
        }

        /** The variants that there are; unknown ids stand as null. */
        Stream<Variant> variants() {
            return nodes.stream()
                    .flatMap(Stream::ofNullable)
                    .flatMap(node -> Stream.ofNullable(node.variants()))
                    .flatMap(variants -> variants.nodes().stream());
        }
    }

    record Shop(String currencyCode) {
        Shop {
            Objects.requireNonNull(currencyCode, "currencyCode");
        }
    }

    record FactsData(Shop shop, Wire.@Nullable Count productVariantsCount) {
        FactsData {
            Objects.requireNonNull(shop, "shop");
        }
    }
}
