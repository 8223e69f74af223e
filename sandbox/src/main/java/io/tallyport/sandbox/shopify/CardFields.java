package io.tallyport.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.tallyport.sandbox.catalogue.ProductCard;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** How products and variants are read: what they are, and what customers are shown of them. */
final class CardFields {

    private static final Map<String, String> ONLY_OPTION = Map.of("name", "Title", "value", "Default Title");
    private static final long PICTURES_OF_ONE = 64;

    private final Shop shop;
    private final Listings listings;

    CardFields(Shop shop, Listings listings) {
        this.shop = shop;
        this.listings = listings;
    }

    /** One picture of a product. */
    record Picture(long number, String address) implements Node {
        @Override
        public String gid() {
            return Gid.of("MediaImage", number);
        }
    }

    void addTo(RuntimeWiring.Builder wiring) {
        wiring.type(new TypeFields<>("Product", Variant.Product.class)
                .field("id", Node::gid)
                .field("legacyResourceId", product -> product.variant().productId())
                .field("handle", Variant.Product::handle)
                .field("status", product -> card(product).status().name())
                .field("title", product -> card(product).title())
                .field("descriptionHtml", product -> card(product).description())
                .field("productType", product -> leaf(card(product).category()))
                .field("category", product -> Optional.empty())
                .field("tags", product -> card(product).tags().stream().sorted().toList())
                .field("mediaCount", this::count)
                .field("media", this::media)
                .wiring());
        wiring.type(new TypeFields<>("ProductVariant", Variant.class)
                .field("id", Node::gid)
                .field("legacyResourceId", Variant::id)
                .field("title", variant -> "Default Title")
                .field("displayName", variant -> shop.card(variant).title() + " - Default Title")
                .field("selectedOptions", variant -> List.of(ONLY_OPTION))
                .field("sku", Variant::sku)
                .field(
                        "barcode",
                        variant -> Optional.of(shop.card(variant).barcode()).filter(code -> !code.isEmpty()))
                .field("price", variant -> money(shop.card(variant)))
                .field("updatedAt", Variant::updatedAt)
                .field("inventoryQuantity", listings::available)
                .field("product", Variant::product)
                .field("inventoryItem", Variant::item)
                .wiring());
        wiring.type(new TypeFields<>("MediaImage", Picture.class)
                .field("id", Node::gid)
                .field("alt", picture -> Optional.empty())
                .field("mediaContentType", picture -> "IMAGE")
                .field("image", CardFields::image)
                .field("preview", picture -> Map.of("image", image(picture)))
                .wiring());
    }

    private static Map<String, Object> image(Picture picture) {
        return Map.of("id", Gid.of("ImageSource", picture.number()), "url", picture.address());
    }

    private static String money(ProductCard card) {
        return card.price().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private ProductCard card(Variant.Product product) {
        return shop.card(product.variant());
    }

    private static String leaf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Map<String, Object> count(Variant.Product product) {
        Map<String, Object> count = new LinkedHashMap<>();
        count.put("count", card(product).images().size());
        count.put("precision", "EXACT");
        return count;
    }

    private Connection<Picture> media(Variant.Product product, DataFetchingEnvironment env) {
        NavigableMap<SortKey, Picture> pictures = new TreeMap<>();
        for (String address : card(product).images()) {
            long number = product.variant().productId() * PICTURES_OF_ONE + pictures.size();
            pictures.put(SortKey.of(number), new Picture(number, address));
        }
        return Connection.page(pictures, any -> true, Arguments.of(env).slice());
    }
}
