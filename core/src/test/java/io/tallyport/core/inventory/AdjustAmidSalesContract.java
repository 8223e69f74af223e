package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.kernel.Quantity;
import org.junit.jupiter.api.Test;

/** What every {@link StockAdjuster} keeps to while the tills sell. */
public interface AdjustAmidSalesContract extends AdjustContractBench {

    @Test
    default void aSaleBetweenOurLookAndOurWriteIsNotLost() {
        StockLevel level = plenty().get(0);
        long before = onHand(level);
        StockAdjustment adjustment = marked(level, -3);
        shop().sellOneJustBeforeTheNextWrite();

        AdjustOutcome.Line line = adjuster().adjust(adjustment).lines().get(0);

        assertThat(onHand(level)).isEqualTo(before - 4);
        assertThat(line.applied()).isEqualTo(Quantity.of(-3));
        assertThat(line.repaired()).isEqualTo(!adjuster().exact());
    }

    @Test
    default void aSaleOfTheVeryDifferenceIsNotTakenForTheAdjustment() {
        StockLevel level = plenty().get(0);
        long before = onHand(level);
        StockAdjustment adjustment = marked(level, -1);
        shop().sellOneJustBeforeTheNextWrite();

        AdjustOutcome.Line line = adjuster().adjust(adjustment).lines().get(0);

        assertThat(onHand(level)).isEqualTo(before - 2);
        assertThat(line.applied()).isEqualTo(Quantity.of(-1));
    }

    @Test
    default void aSaleBetweenMarkAndLookChangesNothing() {
        StockLevel level = plenty().get(0);
        long before = onHand(level);
        StockAdjustment adjustment = marked(level, 5);
        shop().move(level, -2);

        AdjustOutcome.Line line = adjuster().adjust(adjustment).lines().get(0);

        assertThat(onHand(level)).isEqualTo(before + 3);
        assertThat(line.applied()).isEqualTo(Quantity.of(5));
        assertThat(line.repaired()).isFalse();
    }
}
