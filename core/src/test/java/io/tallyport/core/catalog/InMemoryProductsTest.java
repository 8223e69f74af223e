package io.tallyport.core.catalog;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Money;
import io.tallyport.core.kernel.Sku;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class InMemoryProductsTest implements ProductSourceContract {

    private final InMemoryProducts products = new InMemoryProducts();

    InMemoryProductsTest() {
        for (int i = 100; i < 220; i++) {
            ExternalId id = new ExternalId("i" + i);
            Product product = new Product(
                    id,
                    "Thing " + i,
                    Optional.of("<p>A thing</p>"),
                    Optional.of("Things"),
                    Set.of("thing", "t" + i % 7),
                    List.of("https://images.example.com/a" + i, "https://images.example.com/b" + i),
                    ProductStatus.ACTIVE);
            products.put(new Variant(
                    id,
                    product,
                    Optional.of(new Sku("S-" + i)),
                    Set.of("4000000000" + i),
                    List.of(),
                    Optional.of(new Money(BigDecimal.valueOf(i, 1), Currency.getInstance("EUR")))));
        }
    }

    @Override
    public CatalogueUnderTest catalogue() {
        return products;
    }
}
