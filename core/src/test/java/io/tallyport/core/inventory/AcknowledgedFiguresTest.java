package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AcknowledgedFiguresTest {

    private final AcknowledgedFigures figures = new AcknowledgedFigures();

    private static ExternalId item(int number) {
        return new ExternalId("gid://shopify/InventoryItem/" + number);
    }

    private void add(int number, String quantity) {
        figures.add(new Acknowledged(item(number), Quantity.parse(quantity), Instant.EPOCH));
    }

    @Test
    void everyFigureIsFoundAgainHoweverManyThereAre() {
        Set<ExternalId> items = new HashSet<>();
        for (int number = 0; number < 50_000; number++) {
            add(number, Integer.toString(number - 25_000));
            items.add(item(number));
        }
        assertThat(figures.of(items))
                .hasSize(50_000)
                .containsEntry(item(0), Quantity.of(-25_000))
                .containsEntry(item(49_999), Quantity.of(24_999));
    }

    @Test
    void whatWasNeverAcknowledgedHasNoFigure() {
        add(1, "5");
        assertThat(figures.of(Set.of(item(1), item(2)))).containsOnlyKeys(item(1));
        assertThat(new AcknowledgedFigures().of(Set.of(item(1)))).isEmpty();
    }

    @Test
    void theLaterFigureCountsAndAFractionIsNotKept() {
        add(1, "5");
        add(1, "6");
        add(2, "1.5");
        assertThat(figures.of(Set.of(item(1), item(2)))).containsOnly(java.util.Map.entry(item(1), Quantity.of(6)));
    }
}
