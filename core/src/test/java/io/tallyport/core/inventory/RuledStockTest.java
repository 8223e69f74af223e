package io.tallyport.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.history.Run;
import io.tallyport.core.history.RunState;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.rule.CategoryReader;
import io.tallyport.core.rule.InMemoryProducts;
import io.tallyport.core.rule.Rule;
import io.tallyport.core.rule.RuleAspect;
import io.tallyport.core.rule.RuleErrors;
import io.tallyport.core.rule.RuleScope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules decide the plan, and everything after it by the same function. */
class RuledStockTest {

    @TempDir
    Path directory;

    private StockHouse house;

    @BeforeEach
    void twentyRows() {
        house = new StockHouse(directory);
        for (int i = 10; i < 30; i++) {
            house.till.stock("p" + i, "S" + i, Integer.toString(i));
            house.web.stock("w" + i, "S" + i, Integer.toString(i - 5));
        }
    }

    private Rule rule(RuleScope scope, RuleAspect aspect, String value) {
        return house.rules.add(new Rule(0, scope, aspect, value, "", "owner", Instant.EPOCH));
    }

    private static RuleScope item(String sku) {
        return new RuleScope(RuleScope.Thing.ITEM, sku, Optional.empty(), Optional.empty());
    }

    private InventorySink before(UnaryOperator<StockWrite> act) {
        return new ForwardingSink(house.web) {
            @Override
            public SetOutcome set(StockWrite write, String key) {
                return super.set(act.apply(write), key);
            }
        };
    }

    private void assertBuffered(int units) {
        for (int i = 10; i < 30; i++) {
            assertThat(house.web.available("w" + i))
                    .as("S" + i)
                    .isEqualTo(house.till.onHand("p" + i).minus(Quantity.of(units)));
        }
    }

    @Test
    void aRowSaysWhichRuleDecidedAndIsWrittenByIt() {
        Rule wide = rule(RuleScope.EVERYTHING, RuleAspect.BUFFER, "2");
        Rule narrow = rule(item("S12"), RuleAspect.MOST_LISTED, "4");
        Path file = house.plan();

        assertThat(house.row(file, "S11").rule().name()).isEqualTo("rule " + wide.id());
        assertThat(house.row(file, "S12").rule().describe())
                .isEqualTo("rules " + wide.id() + ", " + narrow.id() + ": buffer 2, most-listed 4");
        assertThat(house.row(file, "S12").desired()).contains(Quantity.of(4));
        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
        assertThat(house.web.available("w11")).isEqualTo(Quantity.of(9));
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(4));
        assertThat(house.plan()).satisfies(next -> assertThat(house.rows(next)).isEmpty());
    }

    @Test
    void aSaleBetweenPlanAndWriteIsCarriedOverByTheRule() {
        rule(RuleScope.EVERYTHING, RuleAspect.BUFFER, "2");
        Path file = house.plan();
        house.till.change("p12", -1);

        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
        assertBuffered(2);
    }

    @Test
    void aSaleBehindTheWriteIsCarriedOverByTheRule() {
        rule(RuleScope.EVERYTHING, RuleAspect.BUFFER, "2");
        int[] writes = {0};
        house.sink = before(write -> {
            if (++writes[0] == 2) {
                house.till.change("p10", -1);
                house.till.change("p11", -5);
            }
            return write;
        });

        assertThat(house.apply(house.plan()).state()).isEqualTo(RunState.COMPLETED);
        assertBuffered(2);
    }

    @Test
    void anOrderThatReachedThePosIsCarriedOverByTheRule() {
        rule(RuleScope.EVERYTHING, RuleAspect.BUFFER, "2");
        boolean[] sold = {false};
        house.sink = before(write -> {
            if (!sold[0]) {
                sold[0] = true;
                house.web.order("w12", 1);
                house.till.change("p12", -1);
            }
            return write;
        });

        assertThat(house.apply(house.plan()).state()).isEqualTo(RunState.COMPLETED);
        assertBuffered(2);
    }

    @Test
    void aRunThatGoesOnAfterACrashKeepsToTheRule() {
        rule(RuleScope.EVERYTHING, RuleAspect.BUFFER, "2");
        Path file = house.plan();
        house.till.change("p12", -1);
        int[] writes = {0};
        house.sink = before(write -> {
            if (++writes[0] == 2) {
                throw new PortException.Transient(FailureContext.of("set"), "503", null);
            }
            return write;
        });
        assertThat(house.apply(file).state()).isEqualTo(RunState.PARTIAL);
        house.till.change("p10", -2);
        house.sink = house.web;

        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
        assertBuffered(2);
    }

    @Test
    void aLostAnswerIsSettledByTheRule() {
        rule(RuleScope.EVERYTHING, RuleAspect.BUFFER, "2");
        boolean[] cut = {true};
        house.sink = before(write -> {
            if (cut[0]) {
                throw new PortException.UnknownOutcome(FailureContext.of("set"), "cut before the write", null);
            }
            return write;
        });
        Path file = house.plan();
        house.apply(file);
        cut[0] = false;

        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
        assertBuffered(2);
    }

    @Test
    void aCanaryReadsBackWhatTheRuleWanted() {
        rule(RuleScope.EVERYTHING, RuleAspect.BUFFER, "10%");

        Run run = house.apply(new ApplyStockPlan.Request(house.plan(), false, 3, "tester"))
                .run();

        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(house.web.available("w10")).isEqualTo(Quantity.of(9));
    }

    @Test
    void whatIsNotTheSourcesIsLeftAlone() {
        Rule target = rule(item("S12"), RuleAspect.QUANTITY, "target");
        rule(RuleScope.EVERYTHING, RuleAspect.NEGATIVES, "leave");
        house.till.change("p13", -20);
        Path file = house.plan();

        assertThat(house.row(file, "S12").reason()).isEqualTo(Reason.LEFT_BY_RULE);
        assertThat(house.row(file, "S12").rule().name()).contains("" + target.id());
        assertThat(house.row(file, "S13").reason()).isEqualTo(Reason.LEFT_BY_RULE);
        assertThat(house.apply(file).counts()).containsEntry("written", 18L);
        assertThat(house.web.available("w13")).isEqualTo(Quantity.of(8));
    }

    @Test
    void whatGoesNegativeAfterThePlanIsLeftWhereARuleSaysSo() {
        rule(RuleScope.EVERYTHING, RuleAspect.NEGATIVES, "leave");
        Path file = house.plan();
        house.till.change("p13", -20);

        assertThat(house.apply(file).counts()).containsEntry("LEFT_BY_RULE", 1L);
        assertThat(house.web.available("w13")).isEqualTo(Quantity.of(8));
    }

    @Test
    void aRuleMayReviewMoreOrNothing() {
        rule(RuleScope.EVERYTHING, RuleAspect.REVIEW, "3");
        rule(item("S12"), RuleAspect.REVIEW, "off");
        house.till.change("p12", 500);
        Path file = house.plan();

        assertThat(house.row(file, "S11").isHeld()).isTrue();
        assertThat(house.row(file, "S12").isHeld()).isFalse();
        assertThat(house.apply(file).counts()).containsEntry("written", 1L);
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(512));
    }

    @Test
    void aPlanKeepsToTheRulesItWasMadeWith() {
        Rule rule = rule(RuleScope.EVERYTHING, RuleAspect.BUFFER, "2");
        Path file = house.plan();
        house.rules.remove(rule.id());
        house.till.change("p12", -1);

        assertThat(house.apply(file).state()).isEqualTo(RunState.COMPLETED);
        assertBuffered(2);
    }

    @Test
    void aRuleThatIsAddedOrRemovedMakesTheNextCycleLookAtEverything() {
        house.apply(house.plan());
        Rule rule = rule(item("S12"), RuleAspect.BUFFER, "2");

        Path first = house.cycle();
        assertThat(house.files.open(first).header().coverage().because()).contains("its rules");
        assertThat(house.apply(first).counts()).containsEntry("written", 1L);
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(10));

        house.till.change("p12", -1);
        Path second = house.cycle();
        assertThat(house.files.open(second).header().coverage().isFull()).isFalse();
        house.apply(second);
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(9));

        house.rules.remove(rule.id());
        house.apply(house.cycle());
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(11));
    }

    @Test
    void aCategoryIsKnownWithoutReadingProductsAgain() {
        InMemoryProducts products = new InMemoryProducts();
        house.products = Optional.of(products);
        products.put("p12", "Shoes/Men");
        products.put("p13", "Hats");
        rule(
                new RuleScope(RuleScope.Thing.CATEGORY, "Shoes", Optional.empty(), Optional.empty()),
                RuleAspect.BUFFER,
                "2");

        house.apply(house.plan());
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(10));
        assertThat(house.web.available("w13")).isEqualTo(Quantity.of(13));
        int singleReads = products.singleReads();
        house.till.change("p12", -1);
        house.apply(house.cycle());
        assertThat(house.web.available("w12")).isEqualTo(Quantity.of(9));
        assertThat(products.wholeReads()).isEqualTo(1);
        assertThat(products.singleReads()).isEqualTo(singleReads);

        products.put("p13", "Shoes/Men");
        house.clock.advance(CategoryReader.FRESH);
        house.apply(house.cycle());
        assertThat(house.web.available("w13")).isEqualTo(Quantity.of(11));
    }

    @Test
    void aCategoryRuleWithoutProductsStopsThePlanInsteadOfBeingOverlooked() {
        rule(
                new RuleScope(RuleScope.Thing.CATEGORY, "Shoes", Optional.empty(), Optional.empty()),
                RuleAspect.BUFFER,
                "2");

        assertThatThrownBy(() -> house.plan())
                .isInstanceOfSatisfying(
                        PortException.Rejected.class,
                        refused -> assertThat(refused.context().code()).contains(RuleErrors.NO_CATEGORIES));
    }
}
