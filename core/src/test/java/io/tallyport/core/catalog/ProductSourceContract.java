package io.tallyport.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Money;
import io.tallyport.core.kernel.PortException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every product source keeps to. */
public interface ProductSourceContract {

    CatalogueUnderTest catalogue();

    /** A read from its beginning to its end, each cursor stored and brought back between. */
    private Read read() {
        Map<ExternalId, Variant> seen = new LinkedHashMap<>();
        VariantPage page = catalogue().products().variants(Optional.empty());
        int pages = 1;
        page.variants().forEach(variant -> seen.put(variant.item(), variant));
        while (page.next().isPresent()) {
            assertThat(page.total()).as("a total before the last page").isEmpty();
            page = catalogue()
                    .products()
                    .variants(Optional.of(new Cursor(page.next().get().value())));
            page.variants().forEach(variant -> seen.put(variant.item(), variant));
            pages++;
        }
        return new Read(seen, page, pages);
    }

    /** What a read saw. */
    record Read(Map<ExternalId, Variant> variants, VariantPage last, int pages) {

        Variant of(ExternalId item) {
            return Optional.ofNullable(variants.get(item)).orElseThrow();
        }
    }

    @Test
    default void aWholeReadProvesThatItSawEverything() {
        Read read = read();
        assertThat(read.pages()).isGreaterThan(1);
        assertThat(read.last().total()).isPresent();
        assertThat((long) read.variants().size())
                .isGreaterThanOrEqualTo(read.last().total().getAsLong())
                .isGreaterThan(99);
    }

    @Test
    default void twoReadsOfOneStateAreTheSame() {
        assertThat(read().variants()).isEqualTo(read().variants());
    }

    @Test
    default void variantsTellWhatCustomersAreShown() {
        List<Variant> variants = List.copyOf(read().variants().values());
        assertThat(variants)
                .allMatch(variant -> !variant.title().isBlank())
                .anyMatch(variant -> variant.product().description().isPresent())
                .anyMatch(variant -> variant.product().category().isPresent())
                .anyMatch(variant -> variant.product().tags().size() > 1)
                .anyMatch(variant -> variant.product().images().size() > 1)
                .anyMatch(variant -> !variant.barcodes().isEmpty())
                .anyMatch(variant -> variant.sku().isPresent());
    }

    @Test
    default void allPricesAreInOneCurrency() {
        List<Money> prices = read().variants().values().stream()
                .flatMap(variant -> variant.price().stream())
                .toList();
        assertThat(prices)
                .hasSizeGreaterThan(90)
                .allMatch(price -> price.amount().signum() >= 0);
        assertThat(prices.stream().map(Money::currency).distinct()).hasSize(1);
    }

    @Test
    default void someVariantsAreReadAsTheWholeReadHasThem() {
        List<Variant> some =
                read().variants().values().stream().skip(20).limit(5).toList();
        List<ExternalId> items =
                new ArrayList<>(some.stream().map(Variant::item).toList());
        items.add(catalogue().unknownItem());
        assertThat(catalogue().products().variantsOf(items)).containsExactlyInAnyOrderElementsOf(some);
    }

    @Test
    default void theVariantsOfNothingAreNone() {
        assertThat(catalogue().products().variantsOf(List.of())).isEmpty();
    }

    @Test
    default void aNewTitleAndANewPriceAreSeen() {
        Variant before = onSale();
        catalogue().retitle(before, "Quite Another Thing");
        catalogue().reprice(before, new BigDecimal("1234.56"));
        assertThat(catalogue().products().variantsOf(List.of(before.item())))
                .singleElement()
                .satisfies(now -> {
                    assertThat(now.title()).contains("Quite Another Thing");
                    assertThat(now.price().map(Money::amount)).contains(new BigDecimal("1234.56"));
                });
        assertThat(read().of(before.item()).title()).contains("Quite Another Thing");
    }

    @Test
    default void whatIsOffTheShelfIsToldFromWhatWasNeverThere() {
        Variant before = onSale();
        catalogue().archive(before);
        Read read = read();
        assertThat(read.of(before.item()).product().status()).isEqualTo(ProductStatus.ARCHIVED);
        assertThat((long) read.variants().size())
                .isGreaterThanOrEqualTo(read.last().total().orElseThrow());
        assertThat(catalogue().products().variantsOf(List.of(before.item())))
                .singleElement()
                .satisfies(now -> assertThat(now.product().status()).isEqualTo(ProductStatus.ARCHIVED));
    }

    @Test
    default void aCursorOfSomethingElseIsRejected() {
        assertThatThrownBy(() -> catalogue().products().variants(Optional.of(new Cursor("of something else"))))
                .isInstanceOf(PortException.Rejected.class);
    }

    private Variant onSale() {
        List<Variant> all = List.copyOf(read().variants().values());
        return all.stream()
                .filter(variant -> variant.product().status() == ProductStatus.ACTIVE)
                .filter(variant ->
                        variant.options().isEmpty() && variant.price().isPresent())
                .filter(variant -> variant.sku().isPresent()
                        && all.stream()
                                        .filter(other -> other.sku().equals(variant.sku()))
                                        .count()
                                == 1)
                .skip(10)
                .findFirst()
                .orElseThrow();
    }
}
