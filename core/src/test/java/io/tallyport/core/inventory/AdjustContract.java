package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link StockAdjuster} keeps to while all goes well. */
public interface AdjustContract extends AdjustContractBench {

    @Test
    default void differencesAreAddedInBothDirections() {
        List<StockLevel> levels = plenty();
        long first = onHand(levels.get(0));
        long second = onHand(levels.get(1));

        AdjustOutcome up = adjuster().adjust(marked(levels.get(0), 4));
        AdjustOutcome down = adjuster().adjust(marked(levels.get(1), -3));

        assertThat(up.lines()).singleElement().satisfies(line -> {
            assertThat(line.applied()).isEqualTo(Quantity.of(4));
            assertThat(line.problem()).isEmpty();
            assertThat(line.repaired()).isFalse();
        });
        assertThat(down.lines().get(0).applied()).isEqualTo(Quantity.of(-3));
        assertThat(onHand(levels.get(0))).isEqualTo(first + 4);
        assertThat(onHand(levels.get(1))).isEqualTo(second - 3);
    }

    @Test
    default void theSameAdjustmentTwiceIsAddedTwice() {
        StockLevel level = plenty().get(0);
        long before = onHand(level);

        adjuster().adjust(marked(level, -2));
        adjuster().adjust(marked(level, -2));

        assertThat(onHand(level)).isEqualTo(before - 4);
    }

    @Test
    default void asManyLinesAsItTakesGoAtOnceAndAreToldInTheirOrder() {
        List<StockLevel> levels = plenty();
        List<StockLevel> most =
                levels.subList(0, Math.min(levels.size(), adjuster().maxLines()));
        List<Long> before = most.stream().map(this::onHand).toList();
        List<StockAdjustment.Line> lines = IntStream.range(0, most.size())
                .mapToObj(i -> new StockAdjustment.Line(most.get(i).item(), Quantity.of(i % 2 == 0 ? i + 1 : -1)))
                .toList();

        AdjustOutcome outcome = adjuster()
                .adjust(new StockAdjustment(shop().location(), lines, adjuster().mark(shop().location())));

        assertThat(outcome.lines())
                .extracting(AdjustOutcome.Line::item)
                .isEqualTo(lines.stream().map(StockAdjustment.Line::item).toList());
        for (int i = 0; i < lines.size(); i++) {
            assertThat(outcome.lines().get(i).applied()).isEqualTo(lines.get(i).by());
            assertThat(Quantity.of(onHand(most.get(i))))
                    .isEqualTo(Quantity.of(before.get(i)).plus(lines.get(i).by()));
        }
    }

    @Test
    default void anUnknownItemIsAProblemOfItsLineAlone() {
        StockLevel level = plenty().get(0);
        long before = onHand(level);
        StockAdjustment.Line bad = new StockAdjustment.Line(shop().unknownItem(), Quantity.of(1));
        StockAdjustment.Line good = new StockAdjustment.Line(level.item(), Quantity.of(1));
        List<StockAdjustment.Line> lines = adjuster().maxLines() > 1 ? List.of(good, bad) : List.of(bad);

        AdjustOutcome outcome = adjuster()
                .adjust(new StockAdjustment(shop().location(), lines, adjuster().mark(shop().location())));

        AdjustOutcome.Line told = outcome.lines().get(lines.size() - 1);
        assertThat(told.applied()).isEqualTo(Quantity.ZERO);
        assertThat(told.problem()).isPresent();
        assertThat(onHand(level)).isEqualTo(before + lines.size() - 1);
    }

    @Test
    default void anUnknownLocationIsRefused() {
        StockAdjustment.Line line = new StockAdjustment.Line(plenty().get(0).item(), Quantity.of(1));
        StockAdjustment nowhere = new StockAdjustment(shop().unknownLocation(), List.of(line));

        assertThatThrownBy(() -> adjuster().adjust(nowhere)).isInstanceOf(PortException.Rejected.class);
    }
}
