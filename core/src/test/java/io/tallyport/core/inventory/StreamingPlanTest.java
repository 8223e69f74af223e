package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StreamingPlanTest {

    @Property(tries = 3000)
    void thePlanIsTheOneThatWouldBeMadeInMemory(@ForAll long seed) {
        RandomShops shops = new RandomShops(seed);
        PlanStockSync.Input input = shops.input(new InMemoryLevels(shops.source), new InMemoryLevels(shops.target));
        ReferencePlan expected = new ReferencePlan(input, shops.source, shops.target, shops.acknowledged);
        PlannedRows planned = PlannedRows.of(input, shops.acknowledged);
        assertThat(planned.rows).isEqualTo(expected.rows);
        assertThat(planned.agreed).isEqualTo(expected.agreed);
        assertThat(planned.result.counts()).isEqualTo(expected.counts);
    }

    @Test
    void manyThatShareOneSkuPassOneAtATime() {
        OrderedLevels endless = new OrderedLevels() {
            @Override
            public long items() {
                return 300_000;
            }

            @Override
            public Iterator<StockLevel> inOrder() {
                return IntStream.range(0, 300_000)
                        .mapToObj(i -> level(String.format("%07d", i)))
                        .iterator();
            }

            @Override
            public List<StockLevel> of(Set<ExternalId> items) {
                return List.of();
            }
        };
        long[] rows = {0};
        PlanStockSync.Output out = new PlanStockSync.Output() {
            @Override
            public void row(PlanRow row) {
                rows[0] += row.reason() == Reason.DUPLICATE_SKU ? 1 : 0;
            }

            @Override
            public void agreed(Map<ExternalId, Quantity> news) {
                throw new AssertionError("nothing is in step");
            }
        };
        PlanStockSync.Input input = new PlanStockSync.Input(
                RoutePolicy.sourceWins(WebOrders.AT_POS_AT_ONCE),
                new PlanSide(endless, true),
                new PlanSide(new InMemoryLevels(List.of(level("x"))), true),
                List.of(),
                OptionalLong.empty(),
                false);
        new PlanStockSync().plan(input, items -> Map.of(), out);
        assertThat(rows[0]).isEqualTo(300_001);
    }

    private static StockLevel level(String item) {
        Optional<Quantity> one = Optional.of(Quantity.of(1));
        return new StockLevel(new ExternalId(item), Optional.of(new Sku("N/A")), "", true, Stocking.STOCKED, one, one);
    }
}
