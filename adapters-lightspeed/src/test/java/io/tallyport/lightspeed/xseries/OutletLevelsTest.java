package io.tallyport.lightspeed.xseries;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Quantity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutletLevelsTest {

    private final OutletLevels levels = new OutletLevels();

    @Test
    void whatWasNeverPutIsNotStocked() {
        assertThat(levels.isStocked(new UUID(1, 2))).isFalse();
        assertThat(levels.level(new UUID(1, 2))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "2.5", "1000", "0.30000000000000004", "999999999999999999", "1e17", "1e-18"})
    void aLevelComesBackAsItWas(String level) {
        put(new UUID(0, 0), level);

        assertThat(levels.level(new UUID(0, 0))).contains(Quantity.parse(level));
    }

    @Test
    void theLaterCounts() {
        UUID product = new UUID(1, 2);
        put(product, "5");
        put(product, "7");
        assertThat(levels.level(product)).contains(Quantity.of(7));

        levels.put(new InventoryRow("p", product, "o", false, Optional.empty()));
        assertThat(levels.isStocked(product)).isTrue();
        assertThat(levels.level(product)).isEmpty();

        levels.put(new InventoryRow("p", product, "o", true, Optional.of(Quantity.of(9))));
        assertThat(levels.isStocked(product)).isFalse();
        assertThat(levels.level(product)).isEmpty();
    }

    @Test
    void aProductThatIsServedTwiceCountsOnce() {
        levels.serve(new UUID(1, 2));
        put(new UUID(1, 2), "5");
        levels.serve(new UUID(1, 2));
        levels.serve(new UUID(2, 1));

        assertThat(levels.served()).isEqualTo(2);
    }

    @Test
    void manyAreToldApart() {
        Random random = new Random(11);
        Map<UUID, Quantity> expected = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            UUID product = i % 2 == 0 ? new UUID(7, i) : new UUID(random.nextLong(), random.nextLong());
            Quantity level = Quantity.of(random.nextInt());
            expected.put(product, level);
            levels.put(new InventoryRow("p", product, "o", false, Optional.of(level)));
        }

        assertThat(expected)
                .allSatisfy(
                        (product, level) -> assertThat(levels.level(product)).contains(level));
    }

    private void put(UUID product, String level) {
        levels.put(new InventoryRow("p", product, "o", false, Optional.of(Quantity.parse(level))));
    }
}
