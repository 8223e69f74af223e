package io.tallyport.lightspeed.rseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.inventory.AdjustOutcome;
import io.tallyport.core.inventory.AdjustProof;
import io.tallyport.core.inventory.AdjustProof.Verdict;
import io.tallyport.core.inventory.AdjusterUnderTest;
import io.tallyport.core.inventory.Reason;
import io.tallyport.core.inventory.StockAdjusterContract;
import io.tallyport.core.inventory.StockAdjustment;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Holds the adjuster to the contract of the port, against the sandbox over real HTTP. */
class RSeriesStockAdjusterIT implements StockAdjusterContract {

    private final SandboxTill till = new SandboxTill(150, AccessMode.READ_WRITE);

    @AfterEach
    void close() {
        till.close();
    }

    @Override
    public AdjusterUnderTest shop() {
        return till;
    }

    @Override
    public Clock clock() {
        return till.clock();
    }

    @Test
    void whatCannotGoBelowZeroIsToldAndStaysOwed() {
        StockLevel level = plenty().get(0);
        long before = onHand(level);

        AdjustOutcome.Line line =
                adjuster().adjust(marked(level, -before - 3)).lines().get(0);

        assertThat(line.applied()).isEqualTo(Quantity.of(-before));
        assertThat(line.problem())
                .hasValueSatisfying(problem -> assertThat(problem.reason()).isEqualTo(Reason.OVERSOLD));
        assertThat(onHand(level)).isZero();
        assertThat(adjuster().adjust(marked(level, -3)).lines().get(0).applied())
                .isEqualTo(Quantity.ZERO);
    }

    @Test
    void aLevelBelowZeroIsLeftAloneUntilTheDifferenceLiftsIt() {
        StockLevel level = plenty().get(0);
        till.move(level, -onHand(level) - 4);

        AdjustOutcome.Line little = adjuster().adjust(marked(level, 3)).lines().get(0);
        AdjustOutcome.Line enough = adjuster().adjust(marked(level, 6)).lines().get(0);

        assertThat(little.applied()).isEqualTo(Quantity.ZERO);
        assertThat(little.problem()).isPresent();
        assertThat(enough.applied()).isEqualTo(Quantity.of(6));
        assertThat(onHand(level)).isEqualTo(2);
    }

    @Test
    void aTillThatSellsAtEachTryEndsTheTriesAndNothingIsLost() {
        StockLevel level = plenty().get(0);
        long before = onHand(level);
        till.faults("""
                [{"on":{"platform":"rseries","method":"PUT","pathContains":"/Item/"},
                  "times":5,"do":{"kind":"stale"}}]""");

        AdjustOutcome.Line line = adjuster().adjust(marked(level, 4)).lines().get(0);

        assertThat(line.repaired()).isTrue();
        assertThat(line.problem())
                .hasValueSatisfying(problem -> assertThat(problem.reason()).isEqualTo(Reason.MOVED_AT_TARGET));
        assertThat(Quantity.of(onHand(level))).isEqualTo(Quantity.of(before - 5).plus(line.applied()));
    }

    @Test
    void aLostAnswerAmidASaleIsProvenWithWhatItReallyAdded() {
        StockLevel level = plenty().get(0);
        long before = onHand(level);
        StockAdjustment adjustment = marked(level, -3);
        till.faults("""
                [{"on":{"platform":"rseries","method":"GET","pathContains":"InventoryLog.json?itemID"},
                  "after":2,"times":9,"do":{"kind":"status","status":500}}]""");
        till.sellOneJustBeforeTheNextWrite();
        Instant sent = losing(adjustment);
        till.pass(till.settle());
        assertThatThrownBy(() -> adjuster().prove(adjustment, sent)).isInstanceOf(PortException.Transient.class);

        AdjustProof proof = adjuster().prove(adjustment, sent);

        assertThat(proof.verdicts()).containsValue(Verdict.DONE);
        assertThat(proof.applied(adjustment.lines().get(0))).isEqualTo(Quantity.of(-2));
        assertThat(onHand(level)).isEqualTo(before - 3);
    }

    @Test
    void aSettingToZeroWithoutAnAnswerIsProvenWithWhatItTookAway() {
        StockLevel level = plenty().get(0);
        long before = onHand(level);
        StockAdjustment adjustment = marked(level, -before - 3);
        till.loseTheNextAnswer();
        Instant sent = losing(adjustment);
        till.move(level, -2);
        till.pass(till.settle());

        AdjustProof proof = adjuster().prove(adjustment, sent);

        assertThat(proof.verdicts()).containsValue(Verdict.DONE);
        assertThat(proof.applied(adjustment.lines().get(0))).isEqualTo(Quantity.of(-before));
    }

    @Test
    void aFigureThatStaffHasSetMeanwhileIsNotTakenForOurs() {
        StockLevel level = plenty().get(0);
        StockAdjustment adjustment = marked(level, -2);
        till.correct(level, 500);
        till.loseTheNextRequest();
        Instant sent = losing(adjustment);
        till.pass(till.settle());

        assertThat(adjuster().prove(adjustment, sent).verdicts()).containsValue(Verdict.UNPROVEN);
    }

    @Test
    void theCheckIsWellWithAllRights() {
        assertThat(till.session().check().problems()).isEmpty();
    }
}
