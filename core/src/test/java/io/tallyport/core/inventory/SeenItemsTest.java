package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ExternalId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenItemsTest {

    private static ExternalId item(int number) {
        return new ExternalId("gid://shopify/InventoryItem/" + (40_000_000_000L + number));
    }

    @Test
    void whatWasAddedIsSeenAndNothingElseIs() {
        SeenItems seen = new SeenItems();
        IntStream.range(0, 100_000).forEach(number -> seen.add(item(number)));

        assertThat(IntStream.range(0, 100_000)).allMatch(number -> seen.contains(item(number)));
        assertThat(IntStream.range(100_000, 200_000)).noneMatch(number -> seen.contains(item(number)));
        assertThat(seen.count()).isEqualTo(100_000);
    }

    @Test
    void anItemThatIsAddedTwiceCountsOnce() {
        SeenItems seen = new SeenItems();
        seen.add(item(1));
        seen.add(item(1));

        assertThat(seen.count()).isEqualTo(1);
        assertThat(new SeenItems().contains(item(1))).isFalse();
    }
}
