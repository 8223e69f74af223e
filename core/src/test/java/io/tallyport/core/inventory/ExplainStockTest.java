package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.catalog.SkuMapping;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.rule.Rule;
import io.tallyport.core.rule.RuleAspect;
import io.tallyport.core.rule.RuleScope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainStockTest {

    @TempDir
    Path directory;

    private StockHouse house;

    @BeforeEach
    void threeRowsInStep() {
        house = new StockHouse(directory);
        for (int i = 1; i < 4; i++) {
            house.till.stock("p" + i, "S" + i, "9");
            house.web.stock("w" + i, "S" + i, "7");
        }
        house.apply(house.plan());
        house.cycle();
    }

    private List<Explanation> explain(String key, boolean fresh) {
        return house.explainStock().explain(new ExplainStock.Question(key, Optional.empty(), fresh), Progress.NONE);
    }

    private Explanation only(String key, boolean fresh) {
        List<Explanation> found = explain(key, fresh);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void aRowInStepTellsWhoWroteItAndWhenBothSidesAgreed() {
        Explanation why = only("S1", false);

        assertThat(why.row().action()).isEqualTo(Action.KEEP);
        assertThat(why.acknowledged().map(Acknowledged::quantity)).contains(Quantity.of(9));
        assertThat(why.source().at()).contains(house.clock.instant());
        assertThat(why.lastWrite())
                .hasValueSatisfying(entry -> assertThat(entry.after()).contains("9"));
        assertThat(why.writer()).isEqualTo(why.lastRun()).isPresent();
        assertThat(why.pending()).isEmpty();
        assertThat(why.conflict()).isEmpty();
        assertThat(why.rules()).isEmpty();
    }

    @Test
    void whatTheMirrorDoesNotKnowYetIsAskedForFresh() {
        house.till.change("p1", -2);

        assertThat(only("S1", false).row().local()).contains(Quantity.of(9));
        Explanation fresh = only("S1", true);
        assertThat(fresh.row().local()).contains(Quantity.of(7));
        assertThat(fresh.row().action()).isEqualTo(Action.SET);
        assertThat(fresh.source().fresh()).isTrue();
        assertThat(house.conflicts.live()).isEmpty();
    }

    @Test
    void whatWasWrittenSinceTheLastReadIsKnown() {
        house.till.change("p1", 1);
        Path file = house.cycle();
        house.clock.advance(Duration.ofSeconds(5));
        house.apply(file);

        Explanation why = only("S1", false);
        assertThat(why.row().action()).isEqualTo(Action.KEEP);
        assertThat(why.target().written()).isTrue();
        assertThat(why.target().at()).contains(house.clock.instant());
        assertThat(why.row().remote()).contains(Quantity.of(10));
    }

    @Test
    void theRulesAndTheConflictAreNamed() {
        Rule rule = house.rules.add(
                new Rule(0, RuleScope.EVERYTHING, RuleAspect.BUFFER, "2", "the owner's", "owner", Instant.EPOCH));
        house.till.change("p1", 60);
        house.cycle();

        Explanation why = only("S1", false);
        assertThat(why.rules()).containsExactly(rule);
        assertThat(why.row().desired()).contains(Quantity.of(67));
        assertThat(why.row().isHeld()).isTrue();
        assertThat(why.conflict()).isPresent();
        assertThat(why.due()).isTrue();
    }

    @Test
    void anOpenWriteIsNamed() {
        house.sink = new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                throw new PortException.UnknownOutcome(FailureContext.of("set"), "cut", null);
            }
        };
        house.till.change("p1", 1);
        house.apply(house.cycle());

        assertThat(only("S1", false).pending()).hasSize(1);
        assertThat(only("S2", false).pending()).isEmpty();
    }

    @Test
    void aMappedPairIsExplainedFromEitherName() {
        house.till.stock("p-x", "X", "4");
        house.web.stock("w-y", "Y", "1");
        house.mappings.add(new SkuMapping(StockHouse.ROUTE, new ExternalId("p-x"), new ExternalId("w-y")));
        house.cycle();

        assertThat(only("X", false).row()).isEqualTo(only("Y", false).row());
        assertThat(only("X", false).row().targetItem()).contains(new ExternalId("w-y"));
    }

    @Test
    void everyItemUnderASkuIsExplained() {
        house.till.stock("p1b", "S1", "3");
        house.plan();

        assertThat(explain("S1", false))
                .hasSize(3)
                .allSatisfy(why -> assertThat(why.row().reason()).isEqualTo(Reason.DUPLICATE_SKU));
    }

    @Test
    void whatNobodyHasReadIsSaidToBeUnknown() {
        assertThatThrownBy(() -> explain("nothing", false))
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(ExplainErrors.NOTHING_KNOWN));
        assertThatThrownBy(() -> house.explainStock()
                        .explain(
                                new ExplainStock.Question("S1", Optional.of(new RouteId("other")), false),
                                Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
