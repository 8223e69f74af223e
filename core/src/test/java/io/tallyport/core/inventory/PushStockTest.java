package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.catalog.Product;
import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.catalog.VariantPage;
import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.history.RunState;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some SKUs are synced at once, by the rules of any sync, and the rest is not looked at. */
class PushStockTest {

    @TempDir
    Path directory;

    private StockHouse house;

    @BeforeEach
    void inStep() {
        house = new StockHouse(directory);
        for (int i = 10; i < 40; i++) {
            house.till.stock("p" + i, "S" + i, Integer.toString(i));
            house.web.stock("w" + i, "S" + i, Integer.toString(i));
        }
    }

    private static Choice skus(String... skus) {
        return Choice.of(java.util.Arrays.stream(skus).map(Sku::new).collect(java.util.stream.Collectors.toSet()));
    }

    private static void assertRefused(Runnable work, ErrorCode code) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(code));
    }

    @Test
    void whatIsNamedIsSetAndNothingElse() {
        house.plan();
        house.till.change("p10", -2);
        house.till.change("p11", -2);

        PushStock.Result result = house.push(skus("S10"));

        assertThat(result.applied().orElseThrow().run().state()).isEqualTo(RunState.COMPLETED);
        assertThat(house.web.available("w10")).isEqualTo(Quantity.of(8));
        assertThat(house.web.available("w11")).isEqualTo(Quantity.of(11));
        assertThat(result.planned().plan().header().coverage()).isEqualTo(Coverage.chosen(1, "SKUs [S10]"));
    }

    @Test
    void onlyWhatIsNamedIsRead() {
        house.plan();
        CountedSource till = new CountedSource(house.till);
        CountedSource shop = new CountedSource(house.web);
        house.pos = till;
        house.shop = shop;
        house.till.change("p12", 1);

        house.push(skus("S12"));

        assertThat(till.wholePages()).isZero();
        assertThat(till.named()).isEqualTo(1);
        assertThat(shop.wholePages()).isZero();
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(13));
    }

    @Test
    void theNextCycleStillSeesWhatWasNotPushed() {
        house.plan();
        house.till.change("p10", -2);
        house.till.change("p11", -2);
        house.push(skus("S10"));

        house.apply(house.cycle());

        assertThat(house.web.available("w11")).isEqualTo(Quantity.of(9));
        assertThat(house.web.available("w10")).isEqualTo(Quantity.of(8));
    }

    @Test
    void aLargeDifferenceWaitsForAPersonAsInAnySync() {
        house.plan();
        house.till.change("p10", 500);

        PushStock.Result result = house.push(skus("S10"));

        assertThat(result.planned().plan().counts().held()).isEqualTo(1);
        assertThat(house.web.available("w10")).isEqualTo(Quantity.of(10));
    }

    @Test
    void theGuardHoldsTheWholePush() {
        house.route(WebOrders.AT_POS_AT_ONCE, new BlastRadius(100, 1000, 1, 90));
        house.plan();
        house.till.change("p10", -10);
        house.till.change("p11", -11);

        assertThat(house.push(skus("S10", "S11")).planned().plan().isHeld()).isTrue();
        assertThat(house.web.available("w10")).isEqualTo(Quantity.of(10));
    }

    @Test
    void whatNeitherSideHasIsNamed() {
        house.plan();

        assertThat(house.push(skus("S10", "NOPE")).planned().unknown()).containsExactly(new Sku("NOPE"));
        assertRefused(() -> house.push(skus("NOPE")), PlanErrors.NOTHING_CHOSEN);
    }

    @Test
    void aMappedItemIsPushedByEitherSku() {
        house.till.stock("p90", "TILL-SKU", "4");
        house.web.stock("w90", "WEB-SKU", "1");
        house.mappings.add(new SkuMapping(StockHouse.ROUTE, new ExternalId("p90"), new ExternalId("w90")));
        house.plan();

        house.push(skus("WEB-SKU"));

        assertThat(house.web.available("w90")).isEqualTo(Quantity.of(4));
    }

    @Test
    void aRouteThatWasNeverReadWholeOrIsPausedIsRefused() {
        assertRefused(() -> house.push(skus("S10")), PlanErrors.NOT_READ_YET);
        house.till.change("p10", 1);
        house.rollBack(house.apply(house.plan()));
        assertRefused(() -> house.push(skus("S10")), PlanErrors.PAUSED);
    }

    @Test
    void whatSellsMuchAndHasLittleLeftComesFirst() {
        house.apply(house.plan());
        house.till.change("p10", -8);
        house.till.change("p20", -9);
        house.till.change("p30", -1);
        house.apply(house.cycle());
        house.till.change("p10", -1);
        house.till.change("p20", -1);
        house.till.change("p30", -1);

        PushStock.Result result = house.push(Choice.mostAtRisk(2));

        assertThat(result.planned().plan().header().coverage().changed()).isEqualTo(2);
        assertThat(house.web.available("w10")).isEqualTo(Quantity.of(1));
        assertThat(house.web.available("w20")).isEqualTo(Quantity.of(10));
        assertThat(house.web.available("w30")).as("sold little").isEqualTo(Quantity.of(29));
    }

    @Test
    void withoutKnownSalesThereIsNoRiskToGoBy() {
        house.plan();
        assertRefused(() -> house.push(Choice.mostAtRisk(5)), PlanErrors.NOTHING_CHOSEN);
    }

    @Test
    void aCategoryIsLookedUpWhereOneOfTheEndsTellsProducts() {
        house.plan();
        assertRefused(() -> house.push(Choice.ofCategory("Mugs")), PlanErrors.NO_CATEGORIES);
        house.products = Optional.of(
                products(variant("p10", "Kitchen / Mugs"), variant("p11", "Mugs and more"), variant("p12", "mugs")));
        house.till.change("p10", 1);
        house.till.change("p11", 1);
        house.till.change("p12", 1);

        house.push(Choice.ofCategory("MUGS"));

        assertThat(house.web.available("w10")).isEqualTo(Quantity.of(11));
        assertThat(house.web.available("w11")).isEqualTo(Quantity.of(11));
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(13));
        assertRefused(() -> house.push(Choice.ofCategory("Hats")), PlanErrors.NOTHING_CHOSEN);
    }

    private static Variant variant(String item, String category) {
        Product product = new Product(
                new ExternalId(item),
                "Item",
                Optional.empty(),
                Optional.of(category),
                Set.of(),
                List.of(),
                ProductStatus.ACTIVE);
        return new Variant(
                new ExternalId(item),
                product,
                Optional.of(new Sku(item.replace('p', 'S'))),
                Set.of(),
                List.of(),
                Optional.empty());
    }

    private static ProductSource products(Variant... variants) {
        return new ProductSource() {
            @Override
            public VariantPage variants(Optional<Cursor> cursor) {
                return new VariantPage(List.of(variants), Optional.empty(), OptionalLong.empty());
            }

            @Override
            public List<Variant> variantsOf(Collection<ExternalId> items) {
                return List.of();
            }
        };
    }
}
