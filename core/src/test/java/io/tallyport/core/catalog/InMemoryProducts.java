package io.tallyport.core.catalog;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.Money;
import io.tallyport.core.kernel.PortException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Products in memory, which change when a test says so. */
public final class InMemoryProducts implements ProductSource, CatalogueUnderTest {

    private static final int PAGE = 40;

    private final TreeMap<ExternalId, Variant> variants = new TreeMap<>();
    private boolean provesCompleteness = true;
    private int missing;

    /** Adds one, or puts it in the place of the one that has its item. */
    public synchronized InMemoryProducts put(Variant variant) {
        variants.put(variant.item(), variant);
        return this;
    }

    public synchronized InMemoryProducts remove(String item) {
        variants.remove(new ExternalId(item));
        return this;
    }

    /** From now on a read ends without a total. */
    public synchronized InMemoryProducts withoutProof() {
        provesCompleteness = false;
        return this;
    }

    /** From now on a read leaves out this many, while the total still counts them. */
    public synchronized InMemoryProducts losing(int rows) {
        missing = rows;
        return this;
    }

    @Override
    public synchronized VariantPage variants(Optional<Cursor> cursor) {
        String at = cursor.map(Cursor::value).orElse("0");
        if (!at.matches("[0-9]+")) {
            throw new PortException.Rejected(FailureContext.of("variants"), "no cursor of this read");
        }
        List<Variant> all = List.copyOf(variants.values());
        List<Variant> kept = all.subList(0, Math.max(0, all.size() - missing));
        int from = Math.min(kept.size(), Integer.parseInt(at));
        int to = Math.min(kept.size(), from + PAGE);
        boolean last = to == kept.size();
        return new VariantPage(
                kept.subList(from, to),
                last ? Optional.empty() : Optional.of(new Cursor(Integer.toString(to))),
                last && provesCompleteness ? OptionalLong.of(all.size()) : OptionalLong.empty());
    }

    @Override
    public synchronized List<Variant> variantsOf(Collection<ExternalId> items) {
        return items.stream()
                .distinct()
                .filter(variants::containsKey)
                .map(variants::get)
                .toList();
    }

    @Override
    public ProductSource products() {
        return this;
    }

    @Override
    public ExternalId unknownItem() {
        return new ExternalId("no-such-item");
    }

    @Override
    public void retitle(Variant variant, String title) {
        change(variant, product(variant.product(), title, variant.product().status()), variant.price());
    }

    @Override
    public void reprice(Variant variant, BigDecimal amount) {
        Variant now = variantsOf(List.of(variant.item())).get(0);
        change(now, now.product(), now.price().map(price -> new Money(amount, price.currency())));
    }

    @Override
    public void archive(Variant variant) {
        change(variant, product(variant.product(), variant.product().title(), ProductStatus.ARCHIVED), variant.price());
    }

    private void change(Variant variant, Product product, Optional<Money> price) {
        put(new Variant(variant.item(), product, variant.sku(), variant.barcodes(), variant.options(), price));
    }

    private static Product product(Product of, String title, ProductStatus status) {
        return new Product(of.id(), title, of.description(), of.category(), of.tags(), of.images(), status);
    }
}
