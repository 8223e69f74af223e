package io.tallyport.sandbox.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class BranchTest {

    private final List<CatalogueItem> many =
            CatalogueGenerator.generate(7, 4_000).toList();

    @Test
    void theBranchHasFiguresOfItsOwn() {
        long alike = many.stream()
                .filter(item -> item.posQoh().isPresent()
                        && item.posQoh().equals(item.branch().level()))
                .count();
        assertThat(alike).isLessThan(400);
        List<CatalogueItem> comparable = many.stream()
                .filter(item ->
                        item.branch().level().isPresent() && item.branch().shopStocked())
                .toList();
        long differing = comparable.stream()
                .filter(item -> difference(item).signum() != 0)
                .count();
        assertThat(comparable).hasSizeBetween(3_300, 3_600);
        assertThat((double) differing / comparable.size()).isBetween(0.55, 0.65);
    }

    @Test
    void nineInTenProductsHaveNothingOddAtTheBranch() {
        long plain = many.stream()
                .filter(item -> item.branch().sku().equals(item.branch().carried() ? item.posSku() : Optional.empty()))
                .filter(item -> item.branch().active() && !item.branch().deleted())
                .filter(item -> item.branch()
                        .level()
                        .filter(level -> level.signum() >= 0 && level.scale() == 0)
                        .isPresent())
                .count();
        assertThat(plain).isGreaterThan(3_300);
    }

    @Test
    void fortyProductsHaveEveryOddityAtLeastOnce() {
        List<CatalogueItem> forty = CatalogueGenerator.generate(3, 40).toList();
        Map<String, Predicate<Branch>> oddities = new HashMap<>();
        oddities.put(
                "negative",
                branch -> branch.level().filter(level -> level.signum() < 0).isPresent());
        oddities.put(
                "fraction",
                branch -> branch.level()
                        .filter(level -> level.stripTrailingZeros().scale() > 0)
                        .isPresent());
        oddities.put("inactive", branch -> !branch.active());
        oddities.put("untracked", branch -> !branch.tracked());
        oddities.put("composite", Branch::composite);
        oddities.put("deleted", Branch::deleted);
        oddities.put("not carried", branch -> !branch.carried());
        oddities.put("without SKU", branch -> branch.carried() && branch.sku().isEmpty());
        oddities.put(
                "level missing",
                branch -> branch.carried()
                        && branch.tracked()
                        && !branch.composite()
                        && branch.level().isEmpty());
        oddities.put("not stocked", branch -> !branch.shopStocked());
        oddities.put(
                "lower case",
                branch -> branch.sku()
                        .filter(sku -> sku.equals(sku.toLowerCase(Locale.ROOT)))
                        .isPresent());
        oddities.put(
                "duplicate",
                branch -> branch.sku().isPresent()
                        && forty.stream()
                                        .filter(item -> item.branch().sku().equals(branch.sku()))
                                        .count()
                                > 1);
        assertThat(oddities)
                .allSatisfy((name, odd) -> assertThat(forty.stream().map(CatalogueItem::branch))
                        .as(name)
                        .anyMatch(odd));
    }

    @Test
    void aFamilyIsWholeOrNotAtAll() {
        assertThat(many.stream().map(item -> item.branch().familyHead()).limit(4))
                .containsExactly(Optional.of(1), Optional.of(1), Optional.of(1), Optional.empty());
        assertThat(CatalogueGenerator.generate(7, 2))
                .allSatisfy(item -> assertThat(item.branch().familyHead()).isEmpty());
    }

    @Test
    void fewProductsHaveNoOddities() {
        assertThat(CatalogueGenerator.generate(3, 39)).allSatisfy(item -> {
            assertThat(item.branch().sku()).isEqualTo(item.posSku());
            assertThat(item.branch().level()).isPresent();
            assertThat(item.branch().shopStocked()).isEqualTo(item.number() % 10 != 0);
        });
    }

    private static BigDecimal difference(CatalogueItem item) {
        return item.branch()
                .level()
                .orElseThrow()
                .subtract(BigDecimal.valueOf(item.branch().shopAvailable()));
    }
}
