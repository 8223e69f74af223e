package io.tallyport.sandbox.shopify;

import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The listings of the shop and the fields by which each can be searched. */
final class Listings {

    private final Shop shop;
    private final SearchFields<Variant> variantFields;
    private final SearchFields<Variant> itemFields;

    Listings(Shop shop) {
        this.shop = shop;
        this.variantFields = new SearchFields<Variant>()
                .id("id", Variant::id, shop::variant)
                .field("sku", this::sku)
                .text("barcode", (row, term) -> term.matches(row.barcode()))
                .text("title", (row, term) -> term.matches(row.title()))
                .text(
                        "product_status",
                        (row, term) ->
                                term.matches(shop.card(row).status().name().toLowerCase(Locale.ROOT)))
                .number("product_id", Variant::productId)
                .number("inventory_quantity", this::available)
                .time("updated_at", Variant::updatedAt);
        this.itemFields = new SearchFields<Variant>()
                .id("id", Variant::itemId, shop::item)
                .field("sku", this::sku)
                .time("created_at", Variant::updatedAt)
                .time("updated_at", Variant::updatedAt);
    }

    private Optional<Filter<Variant>> sku(Term term) {
        return Optional.of(
                term.isPrefix()
                        ? Filter.test(row -> term.matches(row.sku().orElse("")))
                        : SearchFields.found(shop.searchSku(term.value())));
    }

    /** Units available at the active levels together. */
    int available(Variant variant) {
        return shop.levels(variant).stream()
                .map(Level::state)
                .filter(Level.State::active)
                .mapToInt(state -> state.stock().available())
                .sum();
    }

    /** Orders that no listing of ours differs in are the order of ids. */
    Listing<Variant> variants(String sortKey) {
        return switch (sortKey) {
            case "SKU" -> variantsBy("SKU", variant -> variant.sku().orElse(""));
            case "TITLE", "NAME", "FULL_TITLE" -> variantsBy("TITLE", Variant::title);
            default -> new Listing<>(shop.variants(), row -> SortKey.of(row.id()), true, variantFields);
        };
    }

    private Listing<Variant> variantsBy(String name, Function<Variant, String> text) {
        return new Listing<>(
                shop.variantsBy(name, text), row -> new SortKey(text.apply(row), row.id()), false, variantFields);
    }

    Listing<Variant> items() {
        return new Listing<>(shop.items(), row -> SortKey.of(row.itemId()), true, itemFields);
    }

    /** The levels of one location, in the order of their items. */
    Listing<Level> levels(Place place) {
        SearchFields<Level> fields = levelFields()
                .id(
                        "inventory_item_id",
                        row -> row.variant().itemId(),
                        id -> shop.item(id).flatMap(item -> shop.level(item, place)));
        return new Listing<>(place.levels(), row -> SortKey.of(row.variant().itemId()), true, fields);
    }

    /** The levels of one item, in the order of the locations. */
    Listing<Level> levels(Variant variant) {
        NavigableMap<SortKey, Level> rows = new TreeMap<>();
        shop.levels(variant).forEach(level -> rows.put(SortKey.of(level.place().id()), level));
        SearchFields<Level> fields =
                levelFields().number("inventory_item_id", row -> row.variant().itemId());
        return new Listing<>(rows, row -> SortKey.of(row.place().id()), true, fields);
    }

    private static SearchFields<Level> levelFields() {
        return new SearchFields<Level>()
                .number("id", row -> row.place().levelNumber())
                .time("created_at", row -> row.variant().updatedAt())
                .time("updated_at", row -> row.state().updatedAt());
    }

    Listing<Place> places(String sortKey) {
        NavigableMap<SortKey, Place> rows = new TreeMap<>();
        Function<Place, SortKey> key =
                place -> sortKey.equals("NAME") ? new SortKey(place.name(), place.id()) : SortKey.of(place.id());
        shop.places().forEach(place -> rows.put(key.apply(place), place));
        SearchFields<Place> fields = new SearchFields<Place>()
                .number("id", Place::id)
                .text("name", (row, term) -> term.matches(row.name()))
                .text("active", (row, term) -> term.matches(String.valueOf(row.active())));
        return new Listing<>(rows, key, !sortKey.equals("NAME"), fields);
    }
}
