package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.connection.WriteGate;
import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunState;
import io.tallyport.core.intent.Intent;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyStockPlanTest {

    @TempDir
    Path directory;

    private StockHouse house;

    @BeforeEach
    void twentyFiveRows() {
        house = new StockHouse(directory);
        for (int i = 10; i < 35; i++) {
            house.till.stock("p" + i, "S" + i, Integer.toString(i));
            house.web.stock("w" + i, "S" + i, Integer.toString(i - 5));
        }
    }

    private void assertInStep() {
        for (int i = 10; i < 35; i++) {
            assertThat(house.web.available("w" + i)).as("S" + i).isEqualTo(house.till.onHand("p" + i));
        }
    }

    /** A sink that lets a test act right before each write, or answer in the shop's place. */
    private InventorySink before(UnaryOperator<StockWrite> act) {
        return new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                return super.set(act.apply(write), key);
            }
        };
    }

    @Test
    void aPlanIsWrittenAsItSaysAndIsNeverAppliedTwice() {
        Path file = house.plan();
        Run run = house.apply(file);
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(run.counts()).containsEntry("written", 25L);
        assertInStep();
        house.web.change("w10", 3);
        ApplyStockPlan.Result again = house.apply(new ApplyStockPlan.Request(file, false, 0, "tester"));
        assertThat(again.already()).isTrue();
        assertThat(again.run().id()).isEqualTo(run.id());
        assertThat(house.web.onHand("w10")).isEqualTo(Quantity.of(13));
    }

    @Test
    void everyWriteHasItsIntentAndItsPreImageStoredBefore() {
        List<String> seen = new ArrayList<>();
        house.sink = before(write -> {
            Intent intent = house.intents.ofOwner(planId()).stream()
                    .filter(candidate -> candidate.payload().equals(write.canonical()))
                    .findFirst()
                    .orElseThrow();
            seen.add(intent.state() + " "
                    + StockWrite.parse(intent.payload()).lines().size());
            return write;
        });
        Run run = house.apply(house.plan());
        assertThat(seen).containsExactly("RECORDED 10", "RECORDED 10", "RECORDED 5");
        assertThat(house.preImages.ofRun(run.id()))
                .hasSize(25)
                .allSatisfy(image -> assertThat(image.after()).isEqualTo(image.before() + 5));
    }

    private String planId() {
        return house.plans.recent(1).get(0).id().value();
    }

    @Test
    void oneStaleLineDoesNotSinkItsChunkAndIsNotOverwritten() {
        boolean[] sold = {false};
        house.sink = before(write -> {
            if (!sold[0]) {
                sold[0] = true;
                house.web.order("w12", 1);
            }
            return write;
        });
        Run run = house.apply(house.plan());
        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
        assertThat(run.counts()).containsEntry("written", 24L).containsEntry("ORDER_NOT_AT_POS", 1L);
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(6));
        assertThat(house.log(run))
                .filteredOn(entry -> entry.status().equals("LEFT"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.message()).contains("target 7 -> 6"));
    }

    @Test
    void anOrderThatReachedThePosIsCarriedOver() {
        boolean[] sold = {false};
        house.sink = before(write -> {
            if (!sold[0]) {
                sold[0] = true;
                house.web.order("w12", 1);
                house.till.change("p12", -1);
            }
            return write;
        });
        Run run = house.apply(house.plan());
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertInStep();
        assertThat(house.log(run))
                .filteredOn(entry -> entry.entity().equals("S12"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.message()).contains("planned 7 to 12"));
    }

    @Test
    void aSaleAtTheTillBeforeTheApplyIsCarriedOver() {
        Path file = house.plan();
        house.till.change("p12", -2);
        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(10));
    }

    @Test
    void aSaleAtTheTillBehindTheWriteIsCarriedOverInTheSameRun() {
        int[] writes = {0};
        house.sink = before(write -> {
            if (++writes[0] == 3) {
                house.till.change("p10", -1);
                house.till.change("p11", -5);
            }
            return write;
        });
        assertThat(house.apply(house.plan()).state()).isEqualTo(RunState.COMPLETED);
        assertInStep();
    }

    @Test
    void strictLeavesEveryRowThatMoved() {
        Path file = house.plan();
        house.till.change("p12", -2);
        Run run =
                house.apply(new ApplyStockPlan.Request(file, true, 0, "tester")).run();
        assertThat(run.counts()).containsEntry("MOVED_AT_SOURCE", 1L).containsEntry("written", 24L);
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(7));
    }

    @Test
    void aRowWhoseChangeTurnsRoundIsLeft() {
        Path file = house.plan();
        house.till.change("p12", -8);
        Run run = house.apply(file);
        assertThat(run.counts()).containsEntry("MOVED_AT_SOURCE", 1L);
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(7));
    }

    @Test
    void nothingHeldIsWrittenWithoutAnApprovalAndTheRestIs() {
        house.till.change("p12", 20);
        Path file = house.plan();
        Run run = house.apply(file);
        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
        assertThat(run.counts()).containsEntry("NOT_APPROVED", 1L).containsEntry("written", 24L);
        house.approve(file, "S12");
        assertThat(house.apply(file).counts())
                .containsEntry("written", 1L)
                .containsEntry("written by an earlier run", 24L);
        assertInStep();
    }

    @Test
    void aPlanHeldAsAWholeIsRefusedUntilItIsApproved() {
        house.route(WebOrders.AT_POS_AT_ONCE, new BlastRadius(50, 0, 1000, 90));
        Path file = house.plan();
        assertThatThrownBy(() -> house.apply(file))
                .isInstanceOf(PortException.Rejected.class)
                .hasMessageContaining("25 of 25");
        assertThat(house.web.onHand("w10")).isEqualTo(Quantity.of(5));
        house.approve(file);
        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void anApprovalThatWasInterruptedBeforeTheFileMovedIsFinished() throws IOException {
        house.till.change("p12", 20);
        Path file = house.plan();
        byte[] before = Files.readAllBytes(file);
        StockPlan approved = house.approve(file);
        Files.move(file, PlanVault.beside(file, approved.hash()));
        Files.write(file, before);
        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
        assertInStep();
    }

    @Test
    void aFileThatTheDatabaseDoesNotMeanIsRefused() throws IOException {
        house.till.change("p12", 20);
        Path file = house.plan();
        byte[] old = Files.readAllBytes(file);
        house.approve(file);
        Files.write(file, old);
        assertThatThrownBy(() -> house.apply(file))
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(PlanErrors.ALTERED));
    }

    @Test
    void anExpiredPlanIsRefused() {
        Path file = house.plan();
        house.clock.advance(Duration.ofMinutes(60));
        assertThatThrownBy(() -> house.apply(file)).hasMessageContaining("expired");
    }

    @Test
    void aLostAnswerIsSettledByTheNextApplyWithoutASecondEffect() {
        house.sink = new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                super.set(write, key);
                throw new PortException.UnknownOutcome(FailureContext.of("set"), "cut after the write", null);
            }
        };
        Path file = house.plan();
        Run run = house.apply(file);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.counts()).containsEntry("AMBIGUOUS", 25L);
        house.web.order("w10", 2);
        house.sink = house.web;
        Run second = house.apply(file);
        assertThat(second.state()).isEqualTo(RunState.COMPLETED);
        assertThat(house.web.available("w10")).as("the order that came later").isEqualTo(Quantity.of(8));
        assertThat(house.intents.ofOwner(planId())).allMatch(intent -> intent.state() == IntentState.APPLIED);
    }

    @Test
    void aWriteThatStaysUnknownKeepsItsRowsUndecided() {
        house.sink = new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                throw new PortException.UnknownOutcome(FailureContext.of("set"), "cut", null);
            }
        };
        Path file = house.plan();
        house.apply(file);
        Run second = house.apply(file);
        assertThat(second.counts()).containsEntry("AMBIGUOUS", 25L).doesNotContainKey("written");
    }

    @Test
    void whatAnEarlierPlanLeftOpenIsSettledBeforeANewPlanWrites() {
        List<String> keys = new ArrayList<>();
        boolean[] cut = {true};
        house.sink = new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                keys.add(key);
                if (cut[0]) {
                    throw new PortException.UnknownOutcome(FailureContext.of("set"), "cut before the write", null);
                }
                return super.set(write, key);
            }
        };
        house.apply(house.plan());
        Path second = house.plan();
        cut[0] = false;
        Run run = house.apply(second);
        assertThat(keys.subList(3, 6)).isEqualTo(keys.subList(0, 3));
        assertThat(run.counts()).containsEntry("in step already", 25L).doesNotContainKey("written");
        assertInStep();
    }

    @Test
    void aRefusedLineIsNamedAndTheOthersAreWritten() {
        Path file = house.plan();
        house.web.remove("w11");
        Run run = house.apply(file);
        assertThat(run.counts()).containsEntry("written", 24L).containsEntry("ITEM_GONE", 1L);
    }

    @Test
    void aRefusalWithoutALineIsFoundByHalving() {
        house.sink = new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                boolean bad =
                        write.lines().stream().anyMatch(line -> line.item().equals(new ExternalId("w11")));
                return bad ? SetOutcome.refused(List.of()) : super.set(write, key);
            }
        };
        assertThat(house.apply(house.plan()).counts())
                .containsEntry("written", 24L)
                .containsEntry("REFUSED", 1L);
    }

    @Test
    void aTargetThatIsDownEndsTheRunAndTheNextApplyFinishesIt() {
        boolean[] down = {true};
        house.sink = new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                if (down[0]) {
                    throw new PortException.Transient(FailureContext.of("set"), "503", null);
                }
                return super.set(write, key);
            }
        };
        Path file = house.plan();
        Run run = house.apply(file);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.counts()).containsEntry("FAILED", 25L);
        down[0] = false;
        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
        assertInStep();
    }

    @Test
    void aStopEndsTheRunBeforeTheNextWrite() {
        int[] writes = {0};
        house.sink = before(write -> {
            if (++writes[0] == 2) {
                throw new PortException.Rejected(
                        FailureContext.of("set").withCode(WriteGate.STOPPED), "writes were stopped");
            }
            return write;
        });
        Run run = house.apply(house.plan());
        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
        assertThat(run.counts()).containsEntry("written", 10L).containsEntry("STOPPED", 15L);
        assertThat(writes[0]).isEqualTo(2);
    }

    @Test
    void aCanaryThatReadsBackWrongStopsTheRest() {
        int[] writes = {0};
        house.sink = new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                writes[0]++;
                SetOutcome outcome = super.set(write, key);
                house.web.change(write.lines().get(0).item().value(), 1);
                return outcome;
            }
        };
        Run run = house.apply(new ApplyStockPlan.Request(house.plan(), false, 3, "tester"))
                .run();
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.message()).startsWith("canary: S10 was set to 10 and reads 11");
        assertThat(writes[0]).isEqualTo(1);
    }

    @Test
    void oneApplyAtATimeWritesToALocation() {
        Path first = house.plan();
        Path second = house.plan();
        List<Throwable> refusals = new ArrayList<>();
        house.sink = before(write -> {
            house.sink = house.web;
            try {
                house.apply(second);
            } catch (PortException.Rejected busy) {
                refusals.add(busy);
            }
            return write;
        });
        house.apply(first);
        assertThat(refusals)
                .isNotEmpty()
                .allSatisfy(busy ->
                        assertThat(((PortException) busy).context().code()).contains(PlanErrors.BUSY));
    }

    @Test
    void activatedLevelsKeepTheirQuantityUntilTheCompareAndSet() {
        house.web.stock("w50", "S50", "4").stocking("w50", Stocking.INACTIVE);
        house.till.stock("p50", "S50", "9");
        Path file = house.plan(true);
        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
        assertThat(house.web.available("w50")).isEqualTo(Quantity.of(9));
    }
}
