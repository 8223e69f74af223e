package io.tallyport.lightspeed.xseries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.inventory.AdjustProof.Verdict;
import io.tallyport.core.inventory.AdjusterUnderTest;
import io.tallyport.core.inventory.StockAdjuster;
import io.tallyport.core.inventory.StockAdjusterContract;
import io.tallyport.core.inventory.StockAdjustment;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.Watermark;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Holds the adjuster to the contract of the port, against the sandbox over real HTTP. */
class XSeriesStockAdjusterIT implements StockAdjusterContract {

    private final SandboxStore store = new SandboxStore(150, Map.of(), AccessMode.READ_WRITE);

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public AdjusterUnderTest shop() {
        return store;
    }

    @Override
    public Clock clock() {
        return store.clock();
    }

    @Test
    void fractionsAndLevelsBelowZeroAreTaken() {
        StockLevel level = plenty().get(0);
        Quantity before = level.onHand().orElseThrow();
        Quantity by = Quantity.parse("-1000.5");
        StockAdjustment.Line line = new StockAdjustment.Line(level.item(), by);

        adjuster().adjust(new StockAdjustment(store.location(), List.of(line)));

        assertThat(store.source().levelsOf(store.location(), List.of(level.item())))
                .singleElement()
                .satisfies(now -> assertThat(now.onHand()).contains(before.plus(by)));
    }

    @Test
    void anOverloadedPlatformMayHaveDoneIt() {
        StockAdjustment adjustment = marked(plenty().get(0), 1);
        store.faults("""
                [{"on":{"platform":"xseries","method":"POST","pathContains":"stock_adjustments"},
                  "do":{"kind":"status","status":503}}]""");

        losing(adjustment);
        assertThat(store.writesDone()).isZero();
    }

    @Test
    void aThrottledOneWasNotDoneAndIsNotRepeatedByItself() {
        StockAdjustment adjustment = marked(plenty().get(0), 1);
        store.faults("""
                [{"on":{"platform":"xseries","method":"POST","pathContains":"stock_adjustments"},
                  "do":{"kind":"status","status":429}}]""");

        assertThatThrownBy(() -> adjuster().adjust(adjustment)).isInstanceOf(PortException.Transient.class);
        assertThat(store.writesDone()).isZero();
    }

    @Test
    void withoutAMarkNothingIsProven() {
        StockLevel level = plenty().get(0);
        StockAdjustment adjustment = marked(level, 1).after(Optional.empty());
        store.loseTheNextAnswer();
        Instant sent = losing(adjustment);
        store.pass(store.settle());

        assertThat(adjuster().prove(adjustment, sent).verdicts()).containsValue(Verdict.UNPROVEN);
        StockAdjustment foreign = adjustment.after(Optional.of(new Watermark("yesterday")));
        assertThat(adjuster().prove(foreign, sent).verdicts()).containsValue(Verdict.UNPROVEN);
    }

    @Test
    void aSessionOfAnotherProcessProvesWhatThisOneLost() {
        StockAdjustment adjustment = marked(plenty().get(0), 1);
        store.loseTheNextAnswer();
        Instant sent = losing(adjustment);
        StockAdjuster other = store.another().port(StockAdjuster.class).orElseThrow();

        assertThat(other.prove(adjustment, sent).verdicts()).containsValue(Verdict.DONE);
    }

    @Test
    void aConnectionWithFitReasonsIsWell() {
        assertThat(store.session().check().problems()).isEmpty();
    }

    @Test
    void withoutReasonsEverythingIsRefusedAndTheCheckTellsHowToMakeThem() {
        try (SandboxStore bare = new SandboxStore(60, Map.of())) {
            StockAdjustment adjustment = new StockAdjustment(
                    bare.location(), List.of(new StockAdjustment.Line(bare.unknownItem(), Quantity.of(1))));

            assertThatThrownBy(() -> bare.adjuster().mark(bare.location())).hasMessageContaining("adjust-reason-in");
            assertThatThrownBy(() -> bare.adjuster().adjust(adjustment))
                    .isInstanceOfSatisfying(
                            PortException.Rejected.class,
                            refused -> assertThat(refused.context().code()).contains(XSeriesErrors.NO_ADJUST_REASONS));
            assertThat(bare.writesDone()).isZero();
        }
    }

    @Test
    void reasonsTheWrongWayRoundAreFoundByTheCheckAndByTheFirstWrite() {
        Map<String, String> swapped = Map.of(
                "adjust-reason-in", store.reasonOut(),
                "adjust-reason-out", store.reasonIn());
        try (SandboxStore wrong = new SandboxStore(150, swapped, AccessMode.READ_WRITE)) {
            assertThat(wrong.session().check().problems())
                    .hasSize(2)
                    .allMatch(problem -> problem.contains("LS114") && problem.contains("\"Sync in\" POSITIVE"));
            StockAdjustment.Line line = new StockAdjustment.Line(plenty().get(0).item(), Quantity.of(1));
            assertThatThrownBy(() -> wrong.adjuster().adjust(new StockAdjustment(wrong.location(), List.of(line))))
                    .isInstanceOfSatisfying(
                            PortException.Rejected.class,
                            refused ->
                                    assertThat(refused.context().code()).contains(XSeriesErrors.ADJUST_REASON_UNFIT));
        }
    }
}
