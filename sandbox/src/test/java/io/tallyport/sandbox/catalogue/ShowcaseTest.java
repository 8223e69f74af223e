package io.tallyport.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ShowcaseTest {

    private static final int SIZE = 400;

    private final List<CatalogueItem> items =
            CatalogueGenerator.generate(7, SIZE).toList();

    private static ProductCard pos(CatalogueItem item) {
        return Showcase.pos(item.number(), item.title(), item.barcode(), item.priceCents());
    }

    private static ProductCard shop(CatalogueItem item) {
        return Showcase.shop(
                item.number(), item.title(), item.barcode(), pos(item).price());
    }

    @Test
    void theSameSeedShowsTheSame() {
        List<CatalogueItem> again = CatalogueGenerator.generate(7, SIZE).toList();
        assertThat(items.stream().map(ShowcaseTest::pos))
                .containsExactlyElementsOf(again.stream().map(ShowcaseTest::pos).toList());
        assertThat(items.stream().map(ShowcaseTest::shop))
                .containsExactlyElementsOf(
                        again.stream().map(ShowcaseTest::shop).toList());
    }

    @Test
    void productsAreVaried() {
        List<Function<ProductCard, Object>> fields = List.of(
                ProductCard::title,
                ProductCard::price,
                ProductCard::description,
                ProductCard::category,
                ProductCard::tags,
                ProductCard::images);
        for (Function<ProductCard, Object> field : fields) {
            assertThat(items.stream().map(ShowcaseTest::pos).map(field).distinct())
                    .hasSizeGreaterThan(2);
        }
        assertThat(items).allSatisfy(item -> assertThat(pos(item).images()).isNotEmpty());
    }

    @Test
    void theShopIsAtVarianceInEachThingAndMostlyNot() {
        List<Function<ProductCard, Object>> fields = List.of(
                ProductCard::title,
                ProductCard::price,
                card -> card.description().isEmpty(),
                ProductCard::category,
                ProductCard::tags,
                card -> card.images().size(),
                ProductCard::status);
        for (Function<ProductCard, Object> field : fields) {
            long different = items.stream()
                    .filter(item -> !Objects.equals(field.apply(pos(item)), field.apply(shop(item))))
                    .count();
            assertThat(different).isBetween(3L, 12L);
        }
    }

    @Test
    void aSmallCatalogueIsAtVarianceInNothing() {
        assertThat(items.subList(0, 48)).allSatisfy(item -> {
            assertThat(shop(item).title()).isEqualTo(pos(item).title());
            assertThat(shop(item).price()).isEqualByComparingTo(pos(item).price());
            assertThat(shop(item).status()).isEqualTo(ProductCard.Status.ACTIVE);
        });
    }
}
