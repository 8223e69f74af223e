package io.tallyport.sandbox.shopify;

import graphql.TypeResolutionEnvironment;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** How the objects of the schema are read off the shop's state. */
final class ObjectFields {

    private final Shop shop;
    private final Listings listings;

    ObjectFields(Shop shop, Listings listings) {
        this.shop = shop;
        this.listings = listings;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        aboutTheShop(wiring);
        new CardFields(shop, listings).addTo(wiring);
        items(wiring);
        locations(wiring);
        levels(wiring);
        connections(wiring);
        for (String type : List.of("Node", "LegacyInteroperability", "DisplayableError", "Media")) {
            wiring.type(type, builder -> builder.typeResolver(ObjectFields::typeOf));
        }
    }

    private static void aboutTheShop(RuntimeWiring.Builder wiring) {
        wiring.type(new TypeFields<>("Shop", QueryFields.About.class)
                .field("id", Node::gid)
                .field("name", shop -> "Stand-in Outfitters")
                .field("myshopifyDomain", shop -> "stand-in.myshopify.com")
                .field("currencyCode", shop -> "USD")
                .wiring());
        wiring.type(new TypeFields<>("AppInstallation", QueryFields.App.class)
                .field("id", Node::gid)
                .field("accessScopes", app -> QueryFields.App.SCOPES)
                .wiring());
        wiring.type(new TypeFields<>("AccessScope", String.class)
                .field("handle", handle -> handle)
                .field("description", handle -> handle.replace('_', ' '))
                .wiring());
    }

    private void items(RuntimeWiring.Builder wiring) {
        wiring.type(new TypeFields<>("InventoryItem", Variant.Item.class)
                .field("id", Node::gid)
                .field("legacyResourceId", item -> item.variant().itemId())
                .field("sku", item -> item.variant().sku())
                .field("tracked", item -> item.variant().tracked())
                .field("updatedAt", item -> item.variant().updatedAt())
                .field("duplicateSkuCount", item -> shop.duplicates(item.variant()))
                .field("variant", Variant.Item::variant)
                .field("variants", this::variantsOf)
                .field(
                        "inventoryLevel",
                        (item, env) -> shop.place(number(env, "locationId", "Location"))
                                .flatMap(place -> shop.level(item.variant(), place))
                                .filter(shown(env)))
                .field(
                        "inventoryLevels",
                        (item, env) -> listings.levels(item.variant()).page(env, shown(env)))
                .wiring());
    }

    private void locations(RuntimeWiring.Builder wiring) {
        wiring.type(new TypeFields<>("Location", Place.class)
                .field("id", Node::gid)
                .field("legacyResourceId", Place::id)
                .field("name", Place::name)
                .field("isActive", Place::active)
                .field("isFulfillmentService", place -> false)
                .field(
                        "inventoryLevel",
                        (place, env) -> shop.item(number(env, "inventoryItemId", "InventoryItem"))
                                .flatMap(item -> shop.level(item, place))
                                .filter(shown(env)))
                .field("inventoryLevels", (place, env) -> listings.levels(place).page(env, shown(env)))
                .wiring());
    }

    private static void levels(RuntimeWiring.Builder wiring) {
        wiring.type(new TypeFields<>("InventoryLevel", Level.class)
                .field("id", Node::gid)
                .field("isActive", level -> level.state().active())
                .field("updatedAt", level -> level.state().updatedAt())
                .field("item", level -> level.variant().item())
                .field("location", Level::place)
                .field("quantities", ObjectFields::quantities)
                .wiring());
        wiring.type(new TypeFields<>("InventoryQuantity", Quantity.class)
                .field("id", Node::gid)
                .field("name", Quantity::name)
                .field("quantity", Quantity::units)
                .field("updatedAt", Quantity::updatedAt)
                .wiring());
    }

    private Connection<Variant> variantsOf(Variant.Item item, DataFetchingEnvironment env) {
        Variant variant = item.variant();
        return Connection.page(
                shop.variants().subMap(SortKey.of(variant.id()), true, SortKey.of(variant.id()), true),
                any -> true,
                Arguments.of(env).slice());
    }

    private static List<Quantity> quantities(Level level, DataFetchingEnvironment env) {
        Level.State state = level.state();
        List<Quantity> quantities = Arguments.of(env).texts("names").orElse(List.of()).stream()
                .map(name -> new Quantity(level, state, name))
                .toList();
        quantities.forEach(Quantity::units);
        return quantities;
    }

    private static Predicate<Level> shown(DataFetchingEnvironment env) {
        boolean inactiveToo = Arguments.of(env).flag("includeInactive");
        return level -> inactiveToo || level.state().active();
    }

    private static long number(DataFetchingEnvironment env, String argument, String type) {
        return Gid.number(Arguments.of(env).text(argument), type);
    }

    private static void connections(RuntimeWiring.Builder wiring) {
        connection(wiring, "Location", node -> node);
        connection(wiring, "ProductVariant", node -> node);
        connection(wiring, "InventoryLevel", node -> node);
        connection(wiring, "Media", node -> node);
        connection(wiring, "InventoryItem", node -> ((Variant) node).item());
        wiring.type(new TypeFields<Connection<?>>("PageInfo", Connection.class)
                .field("startCursor", Connection::start)
                .field("endCursor", Connection::end)
                .field("hasNextPage", Connection::hasNext)
                .field("hasPreviousPage", Connection::hasPrevious)
                .wiring());
    }

    static void connection(RuntimeWiring.Builder wiring, String type, Function<Object, Object> node) {
        wiring.type(new TypeFields<Connection<?>>(type + "Connection", Connection.class)
                .field("pageInfo", page -> page)
                .field("edges", Connection::edges)
                .field(
                        "nodes",
                        page -> page.edges().stream()
                                .map(edge -> node.apply(edge.node()))
                                .toList())
                .wiring());
        wiring.type(new TypeFields<Connection.Edge<?>>(type + "Edge", Connection.Edge.class)
                .field("cursor", Connection.Edge::cursor)
                .field("node", edge -> node.apply(edge.node()))
                .wiring());
    }

    private static final Map<Class<?>, String> TYPES = Map.ofEntries(
            Map.entry(Variant.class, "ProductVariant"),
            Map.entry(Variant.Item.class, "InventoryItem"),
            Map.entry(Variant.Product.class, "Product"),
            Map.entry(Place.class, "Location"),
            Map.entry(BulkOperation.class, "BulkOperation"),
            Map.entry(CardFields.Picture.class, "MediaImage"),
            Map.entry(Level.class, "InventoryLevel"));

    private static GraphQLObjectType typeOf(TypeResolutionEnvironment env) {
        Object object = env.getObject();
        String name = Optional.ofNullable(TYPES.get(object.getClass()))
                .orElseThrow(() -> new IllegalStateException("No type for " + object.getClass()));
        return env.getSchema().getObjectType(name);
    }
}
