package io.tallyport.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CatalogueGeneratorTest {

    private final List<CatalogueItem> many =
            CatalogueGenerator.generate(7, 4_000).toList();

    @Test
    void theSameSeedMakesTheSameItems() {
        assertThat(CatalogueGenerator.generate(7, 4_000)).containsExactlyElementsOf(many);
        assertThat(CatalogueGenerator.generate(8, 4_000)).isNotEqualTo(many);
    }

    @Test
    void aLargerCatalogueBeginsLikeASmallerOne() {
        assertThat(CatalogueGenerator.generate(7, 50)).containsExactlyElementsOf(many.subList(0, 50));
    }

    @Test
    void everyBarcodeIsAnEan13OfItsOwn() {
        Set<String> seen = new HashSet<>();
        assertThat(many).allSatisfy(item -> {
            assertThat(item.barcode()).matches("\\d{13}");
            assertThat(weightedSum(item.barcode()) % 10).isZero();
            assertThat(seen.add(item.barcode())).isTrue();
        });
    }

    @Test
    void theCheckDigitIsThatOfAPublishedExample() {
        assertThat(Ean13.of(400_638_133_393L)).isEqualTo("4006381333931");
    }

    @Test
    void sixInTenPlainItemsDifferMostOfThemByAFewUnits() {
        List<CatalogueItem> plain = plain(many);
        long differing = plain.stream().filter(item -> difference(item) != 0).count();
        long farApart = plain.stream().filter(item -> difference(item) > 10).count();
        assertThat((double) differing / plain.size()).isBetween(0.55, 0.65);
        assertThat((double) farApart / plain.size()).isBetween(0.06, 0.18);
    }

    @Test
    void moreThan85InAHundredArePlain() {
        assertThat(plain(many)).hasSizeGreaterThan(3_400);
        assertThat(plain(CatalogueGenerator.generate(3, 100).toList())).hasSizeGreaterThan(85);
    }

    @Test
    void fortyItemsHaveEveryOddityAtLeastOnce() {
        List<CatalogueItem> forty = CatalogueGenerator.generate(3, 40).toList();
        Map<String, Predicate<CatalogueItem>> oddities = new HashMap<>();
        oddities.put(
                "negative",
                item -> item.posQoh().filter(qoh -> qoh.signum() < 0).isPresent());
        oddities.put(
                "fraction",
                item -> item.posQoh()
                        .filter(qoh -> qoh.stripTrailingZeros().scale() > 0)
                        .isPresent());
        oddities.put("archived", CatalogueItem::posArchived);
        oddities.put("untracked at POS", item -> !item.posTracked());
        oddities.put("level missing", item -> item.atPos() && item.posQoh().isEmpty());
        oddities.put("POS only", item -> !item.inShop());
        oddities.put("shop only", item -> !item.atPos());
        oddities.put("untracked in shop", item -> !item.shopTracked());
        oddities.put("not stocked", item -> !item.shopStocked());
        oddities.put("inactive", item -> !item.shopActive());
        oddities.put("committed", item -> item.shopCommitted() > 0);
        oddities.put(
                "duplicate",
                item -> forty.stream()
                        .anyMatch(other -> other.number() != item.number()
                                && item.posSku().isPresent()
                                && item.posSku().equals(other.posSku())));
        oddities.put("case", item -> !same(item) && same(item, sku -> sku.toLowerCase(Locale.ROOT)));
        oddities.put("spaces", item -> !same(item) && same(item, String::strip));
        assertThat(oddities)
                .allSatisfy((name, odd) -> assertThat(forty).as(name).anyMatch(odd));
    }

    @Test
    void fewerThanFortyItemsHaveNoOddities() {
        List<CatalogueItem> few = CatalogueGenerator.generate(3, 39).toList();
        assertThat(plain(few)).hasSize(39);
    }

    private static List<CatalogueItem> plain(List<CatalogueItem> items) {
        return items.stream()
                .filter(item -> item.atPos() && item.inShop() && same(item))
                .filter(item -> !item.posArchived() && item.posTracked() && item.shopTracked())
                .filter(item -> item.shopStocked() && item.shopActive() && item.shopCommitted() == 0)
                .filter(item -> item.posQoh()
                        .filter(qoh -> qoh.signum() >= 0 && qoh.scale() == 0)
                        .isPresent())
                .toList();
    }

    private static int difference(CatalogueItem item) {
        return item.posQoh()
                .orElseThrow()
                .subtract(BigDecimal.valueOf(item.shopAvailable()))
                .abs()
                .intValueExact();
    }

    private static boolean same(CatalogueItem item) {
        return item.posSku().equals(item.shopSku());
    }

    private static boolean same(CatalogueItem item, UnaryOperator<String> form) {
        return item.posSku().map(form).equals(item.shopSku().map(form));
    }

    private static int weightedSum(String barcode) {
        int sum = 0;
        for (int i = 0; i < barcode.length(); i++) {
            sum += (barcode.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum;
    }
}
