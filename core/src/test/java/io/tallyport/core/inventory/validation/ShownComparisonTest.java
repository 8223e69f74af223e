package io.tallyport.core.inventory.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.catalog.Product;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Money;
import io.tallyport.core.kernel.Sku;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShownComparisonTest {

    private final ShownComparison all = new ShownComparison(EnumSet.allOf(Check.class), PriceTolerance.EXACT);

    private static Variant variant(
            String title,
            String price,
            String description,
            String category,
            Set<String> tags,
            int images,
            ProductStatus status) {
        ExternalId id = new ExternalId("1");
        return new Variant(
                id,
                new Product(
                        id,
                        title,
                        description.isEmpty() ? Optional.empty() : Optional.of(description),
                        category.isEmpty() ? Optional.empty() : Optional.of(category),
                        tags,
                        Collections.nCopies(images, "https://images.example.com/1"),
                        status),
                Optional.of(new Sku("A")),
                Set.of(),
                List.of(),
                price.isEmpty() ? Optional.empty() : Optional.of(money(price)));
    }

    private static Money money(String text) {
        String[] parts = text.split(" ");
        return new Money(new BigDecimal(parts[0]), Currency.getInstance(parts[1]));
    }

    private static Variant plain() {
        return variant(
                "Mug Red", "5 EUR", "A mug & more.", "Home/Mugs", Set.of("Gift", "new"), 2, ProductStatus.ACTIVE);
    }

    private List<Flaw> flaws(Variant source, Variant target) {
        return all.of(source, target).stream().map(FoundFlaw::flaw).toList();
    }

    @Test
    void theSameInOtherDressIsTheSame() {
        Variant target = variant(
                "mug  red",
                "5.00 EUR",
                "<p>A <b>mug</b> &amp; more.</p>",
                "MUGS",
                Set.of("gift", "NEW", "extra"),
                3,
                ProductStatus.ACTIVE);
        assertThat(all.of(plain(), target)).isEmpty();
    }

    @Test
    void eachThingIsFoundByItself() {
        assertThat(all.of(plain(), variant("Cup", "6 EUR", "A cup.", "Cups", Set.of("gift"), 1, ProductStatus.DRAFT)))
                .containsExactlyInAnyOrder(
                        new FoundFlaw(Flaw.NOT_FOR_SALE, "active", "draft"),
                        new FoundFlaw(Flaw.TITLE, "Mug Red", "Cup"),
                        new FoundFlaw(Flaw.PRICE, "5.00 EUR", "6.00 EUR"),
                        new FoundFlaw(Flaw.DESCRIPTION, "A mug & more.", "A cup."),
                        new FoundFlaw(Flaw.IMAGES, "2 images", "1 image"),
                        new FoundFlaw(Flaw.CATEGORY, "Home/Mugs", "Cups"),
                        new FoundFlaw(Flaw.TAGS, "lacking: new", "gift"));
    }

    @Test
    void whatTheSourceLacksTheShopMayHave() {
        Variant bare = variant("Mug Red", "", "", "", Set.of(), 0, ProductStatus.ACTIVE);
        assertThat(flaws(bare, plain())).isEmpty();
    }

    @Test
    void optionsBehindATitleAreWrittenInMoreThanOneWay() {
        Variant ofMatrix = new Variant(
                new ExternalId("1"),
                variant("Mug", "5 EUR", "", "", Set.of(), 0, ProductStatus.ACTIVE)
                        .product(),
                Optional.empty(),
                Set.of(),
                List.of("Red"),
                Optional.empty());
        assertThat(flaws(ofMatrix, plain())).isEmpty();
    }

    @Test
    void currenciesThatDifferAreAFindingAndNoComparison() {
        assertThat(all.of(
                        plain(),
                        variant(
                                "Mug Red",
                                "500 USD",
                                "A mug & more.",
                                "Mugs",
                                Set.of("gift", "new"),
                                2,
                                ProductStatus.ACTIVE)))
                .containsExactly(new FoundFlaw(Flaw.CURRENCY, "5.00 EUR", "500.00 USD"));
    }

    @Test
    void whatIsDiscontinuedMustNotBeSold() {
        Variant gone = variant("Mug Red", "", "", "", Set.of(), 0, ProductStatus.ARCHIVED);
        assertThat(flaws(gone, plain())).containsExactly(Flaw.STILL_SOLD);
    }

    @Test
    void onlyWhatWasAskedForIsFound() {
        ShownComparison prices = new ShownComparison(EnumSet.of(Check.PRICES), PriceTolerance.EXACT);
        assertThat(prices.of(plain(), variant("Cup", "6 EUR", "", "", Set.of(), 0, ProductStatus.DRAFT)))
                .extracting(FoundFlaw::flaw)
                .containsExactly(Flaw.PRICE);
    }

    private static boolean covers(String tolerance, String source, String target) {
        return PriceTolerance.parse(tolerance).covers(new BigDecimal(source), new BigDecimal(target));
    }

    @Test
    void aToleranceIsAnAmountOrAPart() {
        assertThat(covers("0", "10", "10.00")).isTrue();
        assertThat(covers("0.01", "10", "10.01")).isTrue();
        assertThat(covers("0.01", "10", "10.02")).isFalse();
        assertThat(covers("1%", "200", "198")).isTrue();
        assertThat(covers("1%", "200", "197.99")).isFalse();
        assertThat(covers("50%", "0", "0.01")).isFalse();
    }

    @Test
    void aToleranceThatIsNoneIsRefused() {
        for (String text : List.of("", "-1", "a", "1 %%", "1e5", "%")) {
            assertThatThrownBy(() -> PriceTolerance.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("tolerance");
        }
    }
}
