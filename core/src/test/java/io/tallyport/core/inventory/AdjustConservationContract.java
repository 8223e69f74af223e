package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.inventory.AdjustProof.Verdict;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Units in are units out and what is left, whatever happens to the answers of a {@link StockAdjuster}. */
public interface AdjustConservationContract extends AdjustContractBench {

    /** So that no limit of calls a second is met, which is another thing. */
    Duration A_WHILE = Duration.ofSeconds(10);

    @Test
    default void amidSalesAndLostAnswersNothingIsLostAndNothingIsAddedTwice() {
        Random random = new Random(20_261_121);
        List<StockLevel> items = plenty().subList(0, 3);
        Map<ExternalId, Long> expected = new HashMap<>();
        for (StockLevel item : items) {
            adjuster().adjust(marked(item, 300));
            expected.put(item.item(), onHand(item));
        }
        for (int step = 0; step < 60; step++) {
            shop().pass(A_WHILE);
            StockLevel item = items.get(random.nextInt(items.size()));
            long by = (1L + random.nextInt(3)) * (random.nextBoolean() ? 1 : -1);
            StockAdjustment adjustment = marked(item, by);
            long sold = sale(item, random);
            sold += brought(adjustment, item, random);
            expected.merge(item.item(), by - sold, Long::sum);
        }
        items.forEach(item -> assertThat(onHand(item)).as(item.title()).isEqualTo(expected.get(item.item())));
    }

    /** Gets it added by all means; answers what was sold meanwhile. */
    private long brought(StockAdjustment adjustment, StockLevel item, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> lostRequest(adjustment, item, random);
            case 1 -> lostAnswer(adjustment, item, random);
            case 2 -> {
                shop().sellOneJustBeforeTheNextWrite();
                answered(adjustment);
                yield 1;
            }
            default -> {
                answered(adjustment);
                yield 0;
            }
        };
    }

    private long lostRequest(StockAdjustment adjustment, StockLevel item, Random random) {
        shop().loseTheNextRequest();
        Instant sent = losing(adjustment);
        long sold = sale(item, random);
        shop().pass(shop().settle());
        assertThat(adjuster().prove(adjustment, sent).verdicts()).containsValue(Verdict.NOT_DONE);
        answered(adjustment.after(adjuster().mark(adjustment.location())));
        return sold;
    }

    private long lostAnswer(StockAdjustment adjustment, StockLevel item, Random random) {
        shop().loseTheNextAnswer();
        Instant sent = losing(adjustment);
        long sold = sale(item, random);
        assertThat(adjuster().prove(adjustment, sent).verdicts()).containsValue(Verdict.DONE);
        return sold;
    }

    private void answered(StockAdjustment adjustment) {
        Quantity applied = adjuster().adjust(adjustment).lines().get(0).applied();
        assertThat(applied).isEqualTo(adjustment.lines().get(0).by());
    }

    private long sale(StockLevel item, Random random) {
        long units = random.nextInt(3) == 0 ? 1 : 0;
        if (units > 0) {
            shop().move(item, -units);
        }
        return units;
    }
}
