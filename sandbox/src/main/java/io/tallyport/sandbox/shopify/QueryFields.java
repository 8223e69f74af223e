package io.tallyport.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be asked of the shop. */
final class QueryFields {

    /** Counts go no further. */
    private static final int MOST_COUNTED = 25_001;

    private final Shop shop;
    private final Listings listings;
    private final BulkDesk bulk;

    QueryFields(Shop shop, Listings listings, BulkDesk bulk) {
        this.shop = shop;
        this.listings = listings;
        this.bulk = bulk;
    }

    TypeRuntimeWiring.Builder wiring() {
        return TypeRuntimeWiring.newTypeWiring("QueryRoot")
                .dataFetcher("shop", env -> new About())
                .dataFetcher("currentAppInstallation", env -> new App())
                .dataFetcher("location", this::location)
                .dataFetcher("locations", this::locations)
                .dataFetcher("productVariant", env -> shop.variant(id(env, "ProductVariant")))
                .dataFetcher(
                        "productVariants",
                        env -> listings.variants(Arguments.of(env).text("sortKey"))
                                .page(env, variant -> true))
                .dataFetcher("productVariantsCount", this::count)
                .dataFetcher(
                        "inventoryItem",
                        env -> shop.item(id(env, "InventoryItem")).map(Variant::item))
                .dataFetcher("inventoryItems", env -> listings.items().page(env, item -> true))
                .dataFetcher("inventoryLevel", this::level)
                .dataFetcher("node", env -> node(Arguments.of(env).text("id")))
                .dataFetcher("nodes", this::nodes);
    }

    /** Who the shop is. */
    record About() implements Node {
        @Override
        public String gid() {
            return Gid.of("Shop", 68_000_000_001L);
        }
    }

    /** The app that asks, with the scopes it was granted. */
    record App() implements Node {
        static final List<String> SCOPES =
                List.of("read_inventory", "read_locations", "read_products", "write_inventory", "write_products");

        @Override
        public String gid() {
            return Gid.of("AppInstallation", 530_000_000_001L);
        }
    }

    private static long id(DataFetchingEnvironment env, String type) {
        return Gid.number(Arguments.of(env).text("id"), type);
    }

    private Optional<Place> location(DataFetchingEnvironment env) {
        return Arguments.of(env)
                .textIfGiven("id")
                .map(id -> shop.place(Gid.number(id, "Location")))
                .orElseGet(() -> Optional.of(shop.main()));
    }

    private Connection<Place> locations(DataFetchingEnvironment env) {
        Arguments arguments = Arguments.of(env);
        return listings.places(arguments.text("sortKey"))
                .page(env, place -> place.active() || arguments.flag("includeInactive"));
    }

    private Optional<? extends Node> level(DataFetchingEnvironment env) {
        String id = Arguments.of(env).text("id");
        Gid.require(id, "InventoryLevel");
        return node(id);
    }

    private Map<String, Object> count(DataFetchingEnvironment env) {
        int limit = Math.min(Arguments.of(env).wholeIfGiven("limit").orElse(MOST_COUNTED), MOST_COUNTED);
        int more = listings.variants("ID").count(env, limit + 1);
        boolean exact = more <= limit;
        Map<String, Object> count = new LinkedHashMap<>();
        count.put("count", exact ? more : limit);
        count.put("precision", exact ? "EXACT" : "AT_LEAST");
        return count;
    }

    private List<Object> nodes(DataFetchingEnvironment env) {
        List<Object> nodes = new ArrayList<>();
        Arguments.of(env).texts("ids").orElse(List.of()).forEach(id -> nodes.add(node(id)));
        return nodes;
    }

    private Optional<? extends Node> node(String text) {
        Gid gid = Gid.parse(text).orElseThrow(() -> Gid.invalid(text));
        return switch (gid.type()) {
            case "ProductVariant" -> shop.variant(gid.number());
            case "InventoryItem" -> shop.item(gid.number()).map(Variant::item);
            case "Product" -> shop.product(gid.number()).map(Variant::product);
            case "Location" -> shop.place(gid.number());
            case "BulkOperation" -> bulk.find(gid.number()).map(BulkJob::look);
            case "InventoryLevel" ->
                shop.places().stream()
                        .filter(place -> place.levelNumber() == gid.number())
                        .flatMap(place -> shop.item(gid.itemNumber()).flatMap(item -> shop.level(item, place)).stream())
                        .findFirst();
            default -> throw Gid.invalid(text);
        };
    }
}
