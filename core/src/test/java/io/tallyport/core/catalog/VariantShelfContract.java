package io.tallyport.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Money;
import io.tallyport.core.kernel.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every shelf keeps to. */
public interface VariantShelfContract {

    VariantShelf open();

    private static Variant variant(int number, String sku) {
        ExternalId item = new ExternalId("item-" + number);
        Product product = new Product(
                new ExternalId("product-" + number / 3),
                "Title ä " + number,
                number % 2 == 0 ? Optional.empty() : Optional.of("<p>" + "long ".repeat(number % 5000) + "\u20ac</p>"),
                number % 3 == 0 ? Optional.empty() : Optional.of("A/B"),
                number % 4 == 0 ? Set.of() : Set.of("one", "two"),
                number % 5 == 0 ? List.of() : List.of("https://images.example.com/" + number),
                number % 3 == 0 ? ProductStatus.ARCHIVED : ProductStatus.ACTIVE);
        return new Variant(
                item,
                product,
                sku.isEmpty() ? Optional.empty() : Optional.of(new Sku(sku)),
                Set.of("400" + number),
                List.of("Red", "L"),
                number % 7 == 0
                        ? Optional.empty()
                        : Optional.of(new Money(new BigDecimal(number + ".10"), Currency.getInstance("EUR"))));
    }

    @Test
    default void whatWasPutIsGivenBackAsItWas() {
        try (VariantShelf shelf = open()) {
            List<Variant> variants = new ArrayList<>();
            for (int i = 0; i < 6000; i++) {
                variants.add(variant(i, "S-" + i));
            }
            shelf.put(variants.subList(0, 2500));
            assertThat(shelf.of(new ExternalId("item-2400"))).contains(variants.get(2400));
            shelf.put(variants.subList(2500, 6000));
            assertThat(shelf.items()).isEqualTo(6000);
            assertThat(variants)
                    .allSatisfy(variant -> assertThat(shelf.of(variant.item())).contains(variant));
            assertThat(shelf.of(new Sku("S-4999"))).containsExactly(variants.get(4999));
        }
    }

    @Test
    default void theLaterOfAnItemCountsAlsoUnderAnotherSku() {
        try (VariantShelf shelf = open()) {
            shelf.put(List.of(variant(1, "OLD"), variant(2, "TWO")));
            shelf.put(List.of(variant(1, "NEW")));
            assertThat(shelf.items()).isEqualTo(2);
            assertThat(shelf.of(new Sku("OLD"))).isEmpty();
            assertThat(shelf.of(new Sku("NEW"))).containsExactly(variant(1, "NEW"));
            shelf.put(List.of(variant(1, "OLD")));
            assertThat(shelf.of(new Sku("OLD"))).containsExactly(variant(1, "OLD"));
        }
    }

    @Test
    default void severalMayBearOneSkuAndSomeNone() {
        try (VariantShelf shelf = open()) {
            shelf.put(List.of(variant(1, "SAME"), variant(2, "SAME"), variant(3, ""), variant(4, "same")));
            assertThat(shelf.of(new Sku("SAME"))).containsExactlyInAnyOrder(variant(1, "SAME"), variant(2, "SAME"));
            assertThat(shelf.of(new ExternalId("item-3"))).contains(variant(3, ""));
        }
    }

    @Test
    default void whatIsNotThereIsNotFound() {
        try (VariantShelf shelf = open();
                VariantShelf other = open()) {
            other.put(List.of(variant(1, "ONE")));
            assertThat(shelf.items()).isZero();
            assertThat(shelf.of(new ExternalId("item-1"))).isEmpty();
            assertThat(shelf.of(new Sku("ONE"))).isEmpty();
        }
    }
}
