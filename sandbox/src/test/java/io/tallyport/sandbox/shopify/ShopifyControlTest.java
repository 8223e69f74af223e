package io.tallyport.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tallyport.sandbox.control.ShopLevel;
import org.junit.jupiter.api.Test;

/** What happens in the shop without its API. */
class ShopifyControlTest {

    private final TestShop shop = TestShop.with(
            TestShop.item(1, "A"), TestShop.item(2, "A"), TestShop.item(3, "C", false, false), TestShop.item(4, ""));

    @Test
    void anOrderCommitsUnitsAndMaySellTooMany() {
        assertThat(shop.standIn.order("A", 11)).isEqualTo(new ShopLevel("A", -1, 13, 12));
    }

    @Test
    void aParcelTakesCommittedUnitsAway() {
        assertThat(shop.standIn.fulfil("A", 2)).isEqualTo(new ShopLevel("A", 10, 0, 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop.standIn.fulfil("A", 1))
                .withMessageContaining("SKU A");
    }

    @Test
    void staffSetWhatIsAvailable() {
        assertThat(shop.standIn.setAvailable("A", 3)).isEqualTo(new ShopLevel("A", 3, 2, 5));
    }

    @Test
    void skusAreMatchedExactlyAndTheFirstOfTwoIsMeant() {
        shop.standIn.order("A", 1);
        assertThat(shop.standIn.levels().map(ShopLevel::available)).containsExactly(9, 10, 10);
        assertThat(shop.standIn.level("a")).isEmpty();
    }

    @Test
    void anUnstockedSkuCannotBeSold() {
        assertThat(shop.standIn.level("C")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop.standIn.order("C", 1))
                .withMessageContaining("SKU C");
    }

    @Test
    void whatThereIsIsCounted() {
        assertThat(shop.standIn.counts()).containsEntry("variants", 4L).containsEntry("levels", 3L);
    }
}
