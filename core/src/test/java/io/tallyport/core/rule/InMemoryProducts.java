package io.tallyport.core.rule;

import io.tallyport.core.catalog.Product;
import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.VariantPage;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Products in memory, two variants a page. */
public final class InMemoryProducts implements ProductSource {

    private static final int PAGE = 2;

    private final TreeMap<String, String> categories = new TreeMap<>();
    private int wholeReads;
    private int singleReads;

    /** How many variants it says there are; what there are unless set. */
    OptionalLong total = OptionalLong.empty();

    /** Puts an item into a category; {@code ""} for none. */
    public void put(String item, String category) {
        categories.put(item, category);
    }

    void remove(String item) {
        categories.remove(item);
    }

    /** How often everything was read. */
    public int wholeReads() {
        return wholeReads;
    }

    /** How often items were asked for by name. */
    public int singleReads() {
        return singleReads;
    }

    @Override
    public VariantPage variants(Optional<Cursor> cursor) {
        wholeReads += cursor.isPresent() ? 0 : 1;
        List<String> rest = new ArrayList<>(cursor.map(after -> categories.tailMap(after.value(), false))
                .orElse(categories)
                .keySet());
        List<Variant> page = rest.stream().limit(PAGE).map(this::variant).toList();
        if (rest.size() > PAGE) {
            return new VariantPage(page, Optional.of(new Cursor(rest.get(PAGE - 1))), OptionalLong.empty());
        }
        return new VariantPage(page, Optional.empty(), total.isPresent() ? total : OptionalLong.of(categories.size()));
    }

    @Override
    public List<Variant> variantsOf(Collection<ExternalId> items) {
        singleReads++;
        return items.stream()
                .map(ExternalId::value)
                .filter(categories::containsKey)
                .map(this::variant)
                .toList();
    }

    private Variant variant(String item) {
        Product product = new Product(
                new ExternalId("p" + item),
                "Product " + item,
                Optional.empty(),
                Optional.ofNullable(categories.get(item)),
                Set.of(),
                List.of(),
                ProductStatus.ACTIVE);
        return new Variant(new ExternalId(item), product, Optional.empty(), Set.of(), List.of(), Optional.empty());
    }
}
