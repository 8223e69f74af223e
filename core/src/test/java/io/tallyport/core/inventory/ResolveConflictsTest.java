package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.conflict.Answer;
import io.tallyport.core.conflict.Conflict;
import io.tallyport.core.conflict.ConflictErrors;
import io.tallyport.core.conflict.ConflictState;
import io.tallyport.core.history.RunState;
import io.tallyport.core.intent.IntentState;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.rule.Rule;
import io.tallyport.core.rule.RuleAspect;
import io.tallyport.core.rule.RuleScope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer becomes a plan, a word that keeps both sides, or a rule; never a bare write. */
class ResolveConflictsTest {

    @TempDir
    Path directory;

    private StockHouse house;
    private int answered;

    @BeforeEach
    void oneRowOverTheThreshold() {
        house = new StockHouse(directory);
        for (int i = 1; i < 4; i++) {
            house.till.stock("p" + i, "S" + i, "9");
            house.web.stock("w" + i, "S" + i, "9");
        }
        house.apply(house.plan());
        house.till.change("p1", 50);
        house.cycle();
    }

    private Conflict only() {
        List<Conflict> live = house.conflicts.live();
        assertThat(live).hasSize(1);
        return live.get(0);
    }

    private ResolveConflicts.Result answer(Answer.Kind kind, boolean remember) {
        return answer(kind, Optional.empty(), remember);
    }

    private ResolveConflicts.Result answer(Answer.Kind kind, Optional<Quantity> value, boolean remember) {
        return house.resolveConflicts()
                .resolve(
                        new ResolveConflicts.Request(List.of(only().id()), kind, value, remember, "owner"),
                        route -> directory.resolve("answer-" + ++answered + ".json"),
                        Progress.NONE);
    }

    private Reason reasonNow() {
        return house.row(house.plan(), "S1").reason();
    }

    @Test
    void theSourcesFigureIsWrittenByAnApprovedPlanOfOneRow() {
        ResolveConflicts.Applied applied =
                answer(Answer.Kind.SOURCE, false).applied().get(0);

        assertThat(applied.run().run().state()).isEqualTo(RunState.COMPLETED);
        assertThat(house.rows(applied.file())).singleElement().satisfies(row -> {
            assertThat(row.hold()).isEqualTo(Hold.APPROVED);
            assertThat(row.desired()).contains(Quantity.of(59));
        });
        assertThat(applied.plan().approvals())
                .singleElement()
                .satisfies(by -> assertThat(by.actor()).isEqualTo("owner"));
        assertThat(house.intents.ofOwner(applied.plan().header().id().value()))
                .singleElement()
                .satisfies(intent -> assertThat(intent.state()).isEqualTo(IntentState.APPLIED));
        assertThat(house.web.available("w1")).isEqualTo(Quantity.of(59));
        assertThat(house.conflicts.live()).isEmpty();
        assertThat(house.rows(house.plan())).isEmpty();
    }

    @Test
    void theSourcesFigureGoesByTheRules() {
        house.rules.add(new Rule(0, RuleScope.EVERYTHING, RuleAspect.BUFFER, "4", "", "owner", Instant.EPOCH));

        answer(Answer.Kind.SOURCE, false);

        assertThat(house.web.available("w1")).isEqualTo(Quantity.of(55));
    }

    @Test
    void aFigureOfOnesOwnIsWrittenAndNotUndoneByTheNextPlan() {
        answer(Answer.Kind.VALUE, Optional.of(Quantity.of(30)), false);

        assertThat(house.web.available("w1")).isEqualTo(Quantity.of(30));
        assertThat(only().state()).isEqualTo(ConflictState.KEPT);
        assertThat(reasonNow()).isEqualTo(Reason.KEPT_BY_ANSWER);

        house.till.change("p1", -1);
        assertThat(reasonNow()).isEqualTo(Reason.OVER_THRESHOLD);
        assertThat(only().state()).isEqualTo(ConflictState.OPEN);
    }

    @Test
    void theTargetIsLeftUntilOneSideMoves() {
        ResolveConflicts.Result result = answer(Answer.Kind.TARGET, false);

        assertThat(result.settled()).containsExactly(only().id());
        assertThat(result.applied()).isEmpty();
        assertThat(reasonNow()).isEqualTo(Reason.KEPT_BY_ANSWER);
        house.web.change("w1", -1);
        assertThat(reasonNow()).isEqualTo(Reason.OVER_THRESHOLD);
    }

    @Test
    void whatIsInStepByNowNeedsNoWrite() {
        house.web.change("w1", 50);

        ResolveConflicts.Result result = answer(Answer.Kind.SOURCE, false);

        assertThat(result.applied()).isEmpty();
        assertThat(result.settled()).hasSize(1);
        assertThat(house.conflicts.live()).isEmpty();
    }

    @Test
    void anAnswerIsRememberedAsARuleThatCanBeRevoked() {
        answer(Answer.Kind.SOURCE, true);
        house.till.change("p1", 70);
        Path file = house.plan();
        assertThat(house.row(file, "S1").isHeld()).isFalse();
        house.apply(file);
        assertThat(house.web.available("w1")).isEqualTo(Quantity.of(129));

        Rule rule = house.rules.all().get(0);
        assertThat(rule.describe()).isEqualTo("review off for SKU S1, route " + StockHouse.ROUTE);
        assertThat(rule.note()).startsWith("answer to conflict ");
        house.rules.remove(rule.id());
        house.till.change("p1", 70);
        assertThat(house.row(house.plan(), "S1").isHeld()).isTrue();
    }

    @Test
    void aRememberedRefusalIsARuleInPlaceOfAConflict() {
        answer(Answer.Kind.IGNORE, true);

        assertThat(house.conflicts.live()).isEmpty();
        assertThat(reasonNow()).isEqualTo(Reason.LEFT_BY_RULE);
        assertThat(house.conflicts.live()).isEmpty();
        house.rules.remove(house.rules.all().get(0).id());
        assertThat(reasonNow()).isEqualTo(Reason.OVER_THRESHOLD);
        assertThat(only().state()).isEqualTo(ConflictState.OPEN);
    }

    @Test
    void whatCannotBeCarriedOutIsSaidAndTheRestIsDone() {
        house.till.change("p2", 60);
        house.cycle();
        house.web.remove("w2");
        List<Long> ids = house.conflicts.live().stream().map(Conflict::id).toList();
        assertThat(ids).hasSize(2);

        ResolveConflicts.Result result = house.resolveConflicts()
                .resolve(
                        new ResolveConflicts.Request(
                                List.of(ids.get(0), ids.get(1), 999L),
                                Answer.Kind.SOURCE,
                                Optional.empty(),
                                false,
                                "owner"),
                        route -> directory.resolve("answers.json"),
                        Progress.NONE);

        assertThat(house.web.available("w1")).isEqualTo(Quantity.of(59));
        assertThat(result.refused()).containsOnlyKeys(ids.get(1), 999L);
        assertThat(codes(result)).containsExactly(ConflictErrors.UNKNOWN, ConflictErrors.NO_ANSWER);
    }

    private static List<ErrorCode> codes(ResolveConflicts.Result result) {
        return result.refused().values().stream()
                .map(refused -> refused.context().code().orElseThrow())
                .toList();
    }

    @Test
    void anAnswerThatMakesNoSenseIsRefused() {
        for (List<Object> wrong : List.<List<Object>>of(
                List.of(Answer.Kind.VALUE, Optional.empty(), false),
                List.of(Answer.Kind.SOURCE, Optional.of(Quantity.of(3)), false),
                List.of(Answer.Kind.VALUE, Optional.of(Quantity.of(-3)), false),
                List.of(Answer.Kind.VALUE, Optional.of(Quantity.parse("1.5")), false),
                List.of(Answer.Kind.VALUE, Optional.of(Quantity.of(3)), true))) {
            @SuppressWarnings("unchecked")
            Optional<Quantity> value = (Optional<Quantity>) wrong.get(1);
            assertThatThrownBy(() -> new ResolveConflicts.Request(
                            List.of(1L), (Answer.Kind) wrong.get(0), value, (boolean) wrong.get(2), "owner"))
                    .as(wrong.toString())
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatIsProposedFollowsFromWhoMoved() {
        assertThat(ConflictProposal.of(only()).answer()).contains(Answer.Kind.SOURCE);
        house.web.change("w1", -3);
        house.cycle();
        assertThat(ConflictProposal.of(only()).answer()).isEmpty();
        assertThat(ConflictProposal.of(only()).because()).contains("both sides have moved");
        house.till.change("p1", -50);
        house.web.change("w1", 60);
        house.cycle();
        assertThat(ConflictProposal.of(only()).answer()).contains(Answer.Kind.TARGET);
    }
}
