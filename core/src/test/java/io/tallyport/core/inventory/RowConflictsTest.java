package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyport.core.conflict.Answer;
import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.conflict.ConflictKind;
import io.tallyport.core.conflict.ConflictState;
import io.tallyport.core.connection.BlastRadius;
import io.tallyport.core.connection.WebOrders;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What opens a conflict, what counts it, what closes it, and what an answer keeps. */
class RowConflictsTest {

    @TempDir
    Path directory;

    private StockHouse house;

    @BeforeEach
    void threeRowsInStep() {
        house = new StockHouse(directory);
        for (int i = 1; i < 4; i++) {
            house.till.stock("p" + i, "S" + i, "9");
            house.web.stock("w" + i, "S" + i, "9");
        }
        house.plan();
    }

    private Conflict only() {
        List<Conflict> live = house.conflicts.live(StockHouse.ROUTE);
        assertThat(live).hasSize(1);
        return live.get(0);
    }

    private void keep(Answer.Kind kind, int local, int remote) {
        assertThat(house.conflicts.keep(
                        only().id(),
                        new Answer(
                                kind,
                                Optional.empty(),
                                Optional.of(Quantity.of(local)),
                                Optional.of(Quantity.of(remote)),
                                "owner",
                                Instant.EPOCH)))
                .isTrue();
    }

    @Test
    void aRowOverTheThresholdIsOneConflictHoweverOftenItIsSeen() {
        house.till.change("p1", 50);
        house.plan();
        house.cycle();
        house.planOnce();

        Conflict conflict = only();
        assertThat(conflict.count()).isEqualTo(3);
        assertThat(conflict.state()).isEqualTo(ConflictState.OPEN);
        assertThat(conflict.last().kind()).isEqualTo(ConflictKind.OVER_THRESHOLD);
        assertThat(conflict.last().key()).isEqualTo("S1");
        assertThat(conflict.last().acknowledged()).contains(Quantity.of(9));
        assertThat(conflict.last().local()).contains(Quantity.of(59));
        assertThat(conflict.last().remote()).contains(Quantity.of(9));
    }

    @Test
    void itClosesByItselfWhenBothSidesAgreeAgain() {
        house.till.change("p1", 50);
        house.plan();
        long id = only().id();
        house.till.change("p1", -50);
        house.cycle();

        assertThat(house.conflicts.live()).isEmpty();
        assertThat(house.conflicts.find(id).orElseThrow().closed()).isPresent();
    }

    @Test
    void itClosesWhenAnApprovedPlanWritesIt() {
        house.till.change("p1", 50);
        Path file = house.plan();
        house.approve(file, "S1");
        assertThat(house.conflicts.live()).hasSize(1);
        house.apply(file);

        assertThat(house.conflicts.live()).isEmpty();
    }

    @Test
    void aPlanHeldAsAWholeIsDecidedAsAWhole() {
        house.route(WebOrders.AT_POS_AT_ONCE, new BlastRadius(10, 0, 1000, 90));
        house.till.change("p1", 50);
        Path file = house.plan();

        assertThat(house.files.open(file).isHeld()).isTrue();
        assertThat(house.conflicts.live()).isEmpty();
    }

    @Test
    void aRowThatMovesInTwoPlansAsksAPerson() {
        house.sink = new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                house.web.order("w1", 1);
                return super.set(write, key);
            }
        };
        house.till.change("p1", 5);
        Path file = house.plan();
        house.apply(file);
        house.apply(file);
        assertThat(only().state()).isEqualTo(ConflictState.WATCHED);

        house.apply(house.plan());
        assertThat(only().state()).isEqualTo(ConflictState.OPEN);
        assertThat(only().last().kind()).isEqualTo(ConflictKind.STALE_TWICE);

        house.sink = house.web;
        house.apply(house.plan());
        assertThat(house.conflicts.live()).isEmpty();
    }

    @Test
    void aLostAnswerIsAConflictUntilItIsSettled() {
        house.sink = new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                super.set(write, key);
                throw new PortException.UnknownOutcome(FailureContext.of("set"), "cut after the write", null);
            }
        };
        house.till.change("p1", 5);
        Path file = house.plan();
        house.apply(file);
        assertThat(only().last().kind()).isEqualTo(ConflictKind.AMBIGUOUS);
        assertThat(only().state()).isEqualTo(ConflictState.OPEN);

        house.sink = house.web;
        house.apply(file);
        assertThat(house.conflicts.live()).isEmpty();
    }

    @Test
    void whatIsKeptIsLeftAloneUntilOneSideMoves() {
        house.till.change("p1", 50);
        house.plan();
        keep(Answer.Kind.TARGET, 59, 9);

        assertThat(house.row(house.plan(), "S1").reason()).isEqualTo(Reason.KEPT_BY_ANSWER);
        assertThat(only().state()).isEqualTo(ConflictState.KEPT);

        house.till.change("p1", 1);
        assertThat(house.row(house.cycle(), "S1").reason()).isEqualTo(Reason.OVER_THRESHOLD);
        assertThat(only().state()).isEqualTo(ConflictState.OPEN);
        assertThat(only().answer()).isEmpty();
    }

    @Test
    void whatIsIgnoredIsLeftAloneUntilBothSidesAgree() {
        house.till.change("p1", 50);
        house.plan();
        keep(Answer.Kind.IGNORE, 59, 9);
        house.till.change("p1", 1);
        assertThat(house.row(house.cycle(), "S1").reason()).isEqualTo(Reason.KEPT_BY_ANSWER);

        house.web.change("w1", 51);
        house.cycle();
        assertThat(house.conflicts.live()).isEmpty();
        house.till.change("p1", 50);
        assertThat(house.row(house.cycle(), "S1").reason()).isEqualTo(Reason.OVER_THRESHOLD);
    }
}
