package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What the parts of the kit of {@link StockAdjuster} share. */
public interface AdjustContractBench {

    AdjusterUnderTest shop();

    /** Our clock. */
    Clock clock();

    default StockAdjuster adjuster() {
        return shop().adjuster();
    }

    /** Items of which there are at least ten whole units. */
    default List<StockLevel> plenty() {
        return new LevelReader("contract", Progress.NONE)
                .all(shop().source(), shop().location()).levels().stream()
                        .filter(level -> level.tracked() && level.stocking() == Stocking.STOCKED)
                        .filter(level -> level.onHand()
                                .filter(quantity -> !quantity.hasFraction() && quantity.compareTo(Quantity.of(10)) >= 0)
                                .isPresent())
                        .toList();
    }

    /** An adjustment that is marked as one must be before it is sent. */
    default StockAdjustment marked(StockLevel level, long by) {
        StockAdjustment.Line line = new StockAdjustment.Line(level.item(), Quantity.of(by));
        return new StockAdjustment(shop().location(), List.of(line))
                .after(adjuster().mark(shop().location()));
    }

    default long onHand(ExternalId item) {
        return shop().source()
                .levelsOf(shop().location(), List.of(item))
                .get(0)
                .onHand()
                .orElseThrow()
                .toWholeUnits();
    }

    default long onHand(StockLevel level) {
        return onHand(level.item());
    }

    /** Sends what will get no answer, and tells when. */
    default Instant losing(StockAdjustment adjustment) {
        Instant sent = clock().instant();
        try {
            adjuster().adjust(adjustment);
        } catch (PortException.UnknownOutcome expected) {
            return sent;
        }
        throw new AssertionError("the answer was to be lost");
    }
}
