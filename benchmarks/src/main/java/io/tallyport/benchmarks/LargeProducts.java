package io.tallyport.benchmarks;

import io.tallyport.core.catalog.Product;
import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.VariantPage;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Money;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a computed shop shows of its items, with a description of some length; held nowhere. */
record LargeProducts(LargeShop shop) implements ProductSource {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final String DESCRIPTION = "<p>Made for <b>years</b> of use &amp; easy to mend.</p>"
            + "<ul><li>One more good reason.</li></ul>".repeat(12);

    @Override
    public VariantPage variants(Optional<Cursor> cursor) {
        LevelPage page = shop.levels(LargeShopConnector.LOCATION, cursor);
        return new VariantPage(
                page.items().stream().map(LargeProducts::variant).toList(),
                page.next(),
                page.next().isPresent() ? OptionalLong.empty() : page.total());
    }

    static Variant variant(StockLevel level) {
        String sku = level.sku().orElseThrow().value();
        Product product = new Product(
                level.item(),
                level.title(),
                Optional.of("<h1>" + sku + "</h1>" + DESCRIPTION),
                Optional.of("Goods/Kind " + sku.charAt(sku.length() - 1)),
                Set.of("goods", "kind-" + sku.charAt(sku.length() - 1)),
                List.of("https://images.example.com/" + sku + "-1.jpg", "https://images.example.com/" + sku + "-2.jpg"),
                ProductStatus.ACTIVE);
        return new Variant(
                level.item(),
                product,
                level.sku(),
                Set.of(),
                List.of(),
                Optional.of(new Money(BigDecimal.valueOf(sku.hashCode() & 0xFFFF, 2), EURO)));
    }

    @Override
    public List<Variant> variantsOf(Collection<ExternalId> items) {
        throw new UnsupportedOperationException("nobody asks for some of them");
    }
}
