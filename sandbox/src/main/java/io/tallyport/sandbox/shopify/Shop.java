package io.tallyport.sandbox.shopify;

import io.tallyport.sandbox.catalogue.CatalogueItem;
import io.tallyport.sandbox.catalogue.ProductCard;
import io.tallyport.sandbox.catalogue.Showcase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The shop's state: variants, which never change but for what they show, and levels, which change under one lock only.
 *
 * <p>Reading takes no lock. Ids are above 2<sup>31</sup> and rise with the catalogue's numbers.
 */
final class Shop {

    static final long MAIN = 71_000_000_001L;
    static final long SECOND = 71_000_000_002L;

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final NavigableMap<SortKey, Variant> variants = new TreeMap<>();
    private final NavigableMap<SortKey, Variant> items = new TreeMap<>();
    private final Map<String, List<Variant>> bySku = new HashMap<>();
    private final Map<String, NavigableMap<SortKey, Variant>> sorted = new ConcurrentHashMap<>();
    private final Map<Integer, ProductCard> edited = new ConcurrentHashMap<>();
    private final Place main = Place.of(MAIN, "Main Street", 143_273_001_001L);
    private final Place second = Place.of(SECOND, "Second Street", 143_273_001_002L);

    Shop(Stream<CatalogueItem> catalogue, Clock clock) {
        this.clock = clock;
        // Truncated here, all rows share one instant.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        catalogue.filter(CatalogueItem::inShop).forEach(item -> add(item, now));
    }

    private void add(CatalogueItem item, Instant now) {
        Variant variant = Variant.of(item, now);
        variants.put(SortKey.of(variant.id()), variant);
        items.put(SortKey.of(variant.itemId()), variant);
        variant.sku()
                .ifPresent(sku -> bySku.computeIfAbsent(folded(sku), key -> new ArrayList<>(1))
                        .add(variant));
        if (item.shopStocked()) {
            Stock stock = Stock.of(item.shopAvailable(), item.shopCommitted());
            put(new Level(variant, main, item.shopActive(), stock, now));
        }
        if (item.branch().shopStocked()) {
            put(new Level(variant, second, true, Stock.of(item.branch().shopAvailable(), 0), now));
        }
    }

    private static void put(Level level) {
        level.place().levels().put(SortKey.of(level.variant().itemId()), level);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Runs {@code work} alone: no other change of a quantity happens meanwhile. */
    <T> T atomically(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** What customers are shown. */
    ProductCard card(Variant variant) {
        ProductCard card = edited.get(variant.number());
        return card != null
                ? card
                : Showcase.shop(variant.number(), variant.title(), variant.barcode(), new BigDecimal(variant.price()));
    }

    void show(Variant variant, ProductCard card) {
        edited.put(variant.number(), card);
    }

    Clock clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }

    Place main() {
        return main;
    }

    List<Place> places() {
        return List.of(main, second);
    }

    Optional<Place> place(long id) {
        return places().stream().filter(place -> place.id() == id).findFirst();
    }

    NavigableMap<SortKey, Variant> variants() {
        return variants;
    }

    NavigableMap<SortKey, Variant> items() {
        return items;
    }

    Optional<Variant> variant(long id) {
        return Optional.ofNullable(variants.get(SortKey.of(id)));
    }

    Optional<Variant> item(long id) {
        return Optional.ofNullable(items.get(SortKey.of(id)));
    }

    Optional<Variant> product(long id) {
        return variant(Variant.ofProduct(id));
    }

    /** The variants of that SKU without regard to case, as Shopify's search finds them. */
    List<Variant> searchSku(String sku) {
        return Collections.unmodifiableList(bySku.getOrDefault(folded(sku), List.of()));
    }

    /** The first variant of exactly that SKU. */
    Optional<Variant> exactSku(String sku) {
        return searchSku(sku).stream()
                .filter(variant -> variant.sku().orElse("").equals(sku))
                .findFirst();
    }

    /** How many other items have the very same SKU. */
    int duplicates(Variant variant) {
        return variant.sku()
                .map(sku -> searchSku(sku).stream()
                        .filter(other -> other.number() != variant.number()
                                && other.sku().equals(variant.sku()))
                        .count())
                .orElse(0L)
                .intValue();
    }

    /** The variants in the order of a text of theirs, worked out once since those texts never change. */
    NavigableMap<SortKey, Variant> variantsBy(String name, Function<Variant, String> text) {
        return sorted.computeIfAbsent(name, key -> {
            NavigableMap<SortKey, Variant> order = new TreeMap<>();
            variants.values().forEach(variant -> order.put(new SortKey(text.apply(variant), variant.id()), variant));
            return order;
        });
    }

    Optional<Level> level(Variant variant, Place place) {
        return Optional.ofNullable(place.levels().get(SortKey.of(variant.itemId())));
    }

    /** The level, made inactive and empty where there is none yet; under the lock only. */
    Level levelOrNew(Variant variant, Place place) {
        return level(variant, place).orElseGet(() -> {
            Level level = new Level(variant, place, false, Stock.of(0, 0), now());
            put(level);
            return level;
        });
    }

    List<Level> levels(Variant variant) {
        return places().stream()
                .flatMap(place -> level(variant, place).stream())
                .toList();
    }
}
