package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.inventory.AdjustProof.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link StockAdjuster} can prove of an adjustment whose answer was lost. */
public interface AdjustProofContract extends AdjustContractBench {

    @Test
    default void whatWasLostOnItsWayIsProvenNotDoneOnceItCanLandNoMore() {
        StockLevel level = plenty().get(0);
        long before = onHand(level);
        StockAdjustment adjustment = marked(level, -2);
        shop().loseTheNextRequest();
        Instant sent = losing(adjustment);

        assertThat(verdict(adjustment, sent)).isEqualTo(Verdict.UNPROVEN);
        shop().pass(shop().settle());
        assertThat(verdict(adjustment, sent)).isEqualTo(Verdict.NOT_DONE);
        assertThat(onHand(level)).isEqualTo(before);
    }

    @Test
    default void whatWasDoneWithoutAnAnswerIsProvenDoneAtOnce() {
        StockLevel level = plenty().get(0);
        long before = onHand(level);
        StockAdjustment adjustment = marked(level, 3);
        shop().loseTheNextAnswer();
        Instant sent = losing(adjustment);

        assertThat(verdict(adjustment, sent)).isEqualTo(Verdict.DONE);
        assertThat(adjuster().prove(adjustment, sent).applied(adjustment.lines().get(0)))
                .isEqualTo(adjustment.lines().get(0).by());
        assertThat(onHand(level)).isEqualTo(before + 3);
    }

    @Test
    default void whatLandsLateIsUnprovenUntilItHas() {
        StockLevel level = plenty().get(0);
        long before = onHand(level);
        StockAdjustment adjustment = marked(level, -1);
        shop().delayTheNext();
        Instant sent = losing(adjustment);

        assertThat(verdict(adjustment, sent)).isEqualTo(Verdict.UNPROVEN);
        shop().awaitTheLateOne();
        assertThat(verdict(adjustment, sent)).isEqualTo(Verdict.DONE);
        assertThat(onHand(level)).isEqualTo(before - 1);
    }

    @Test
    default void anEqualOneJustBeforeIsNotTakenForTheLostOne() {
        StockLevel level = plenty().get(0);
        adjuster().adjust(marked(level, -2));
        StockAdjustment second = marked(level, -2);
        shop().loseTheNextRequest();
        Instant sent = losing(second);

        shop().pass(shop().settle());
        assertThat(verdict(second, sent)).isEqualTo(Verdict.NOT_DONE);
    }

    @Test
    default void ofTwoEqualOnesEachIsProvenByItself() {
        StockLevel level = plenty().get(0);
        long before = onHand(level);
        StockAdjustment first = marked(level, -2);
        shop().loseTheNextAnswer();
        Instant firstSent = losing(first);
        assertThat(verdict(first, firstSent)).isEqualTo(Verdict.DONE);
        StockAdjustment second = marked(level, -2);
        shop().loseTheNextAnswer();
        Instant secondSent = losing(second);

        assertThat(verdict(second, secondSent)).isEqualTo(Verdict.DONE);
        assertThat(onHand(level)).isEqualTo(before - 4);
    }

    @Test
    default void anEqualSaleAtTheTillIsNotTakenForTheLostOne() {
        StockLevel level = plenty().get(0);
        StockAdjustment adjustment = marked(level, -1);
        shop().move(level, -1);
        shop().loseTheNextRequest();
        Instant sent = losing(adjustment);

        shop().pass(shop().settle());
        assertThat(verdict(adjustment, sent)).isEqualTo(Verdict.NOT_DONE);
    }

    @Test
    default void anAdjustmentOfAnotherItemIsNotTakenForTheLostOne() {
        List<StockLevel> levels = plenty();
        StockAdjustment adjustment = marked(levels.get(0), 2);
        shop().loseTheNextRequest();
        Instant sent = losing(adjustment);
        adjuster().adjust(marked(levels.get(1), 2));

        shop().pass(shop().settle());
        assertThat(verdict(adjustment, sent)).isEqualTo(Verdict.NOT_DONE);
    }

    @Test
    default void provingWritesNothing() {
        StockLevel level = plenty().get(0);
        StockAdjustment adjustment = marked(level, -2);
        shop().loseTheNextRequest();
        Instant sent = losing(adjustment);
        long done = shop().writesDone();

        shop().pass(shop().settle());
        verdict(adjustment, sent);
        assertThat(shop().writesDone()).isEqualTo(done);
    }

    private Verdict verdict(StockAdjustment adjustment, Instant sent) {
        AdjustProof proof = adjuster().prove(adjustment, sent);
        assertThat(proof.verdicts()).containsOnlyKeys(adjustment.lines().get(0).item());
        return proof.verdicts().values().iterator().next();
    }
}
