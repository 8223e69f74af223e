package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.connection.SkuScope;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MatchingTest {

    @Test
    void aMappedIdOfOneSideBringsNoItemOfTheOtherSideIntoTheScope() {
        List<Matching.Match> matches = new ArrayList<>();
        new Matching(
                        side(level("1", "A1"), level("7", "B7")),
                        side(level("7", "A9"), level("8", "B7")),
                        new SkuScope(List.of("A")),
                        List.of(new SkuMapping(StockHouse.ROUTE, new ExternalId("1"), new ExternalId("7"))))
                .forEachRemaining(matches::add);
        assertThat(matches).hasSize(1).allMatch(match -> match.lone().isEmpty());
    }

    private static PlanSide side(StockLevel... levels) {
        return new PlanSide(new InMemoryLevels(List.of(levels)), true);
    }

    private static StockLevel level(String item, String sku) {
        Optional<Quantity> one = Optional.of(Quantity.of(1));
        return new StockLevel(new ExternalId(item), Optional.of(new Sku(sku)), "", true, Stocking.STOCKED, one, one);
    }
}
