package io.tallyport.core.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallyport.core.kernel.Quantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuantityRuleTest {

    /** Terms as {@code buffer 2, rounding up}, the source's figure, and what is offered; {@code -} for left alone. */
    private static final List<List<String>> TABLE = List.of(
            List.of("", "7", "7"),
            List.of("", "7.9", "7"),
            List.of("", "-3", "0"),
            List.of("", "-0.5", "0"),
            List.of("rounding up", "7.1", "8"),
            List.of("rounding nearest", "7.5", "8"),
            List.of("rounding nearest", "7.4", "7"),
            List.of("rounding up", "-0.5", "0"),
            List.of("negatives leave", "-1", "-"),
            List.of("negatives leave", "0", "0"),
            List.of("negatives zero", "-1", "0"),
            List.of("buffer 2", "7", "5"),
            List.of("buffer 2", "2", "0"),
            List.of("buffer 2", "1", "0"),
            List.of("buffer 2", "7.9", "5"),
            List.of("buffer 0", "7", "7"),
            List.of("buffer 10%", "7", "6"),
            List.of("buffer 10%", "10", "9"),
            List.of("buffer 10%", "11", "9"),
            List.of("buffer 33.33%", "3", "2"),
            List.of("buffer 100%", "9", "0"),
            List.of("buffer 0%", "9", "9"),
            List.of("most-listed 5", "9", "5"),
            List.of("most-listed 5", "4", "4"),
            List.of("most-listed 0", "4", "0"),
            List.of("buffer 2, most-listed 5", "6", "4"),
            List.of("buffer 2, most-listed 5", "60", "5"),
            List.of("buffer 10%, most-listed 5, rounding up, negatives leave", "3.2", "3"),
            List.of("quantity target", "4", "4"));

    private static QuantityRule rule(String terms) {
        Map<RuleAspect, String> parsed = new HashMap<>();
        for (String term : terms.split(", ")) {
            if (!term.isEmpty()) {
                String[] parts = term.split(" ");
                parsed.put(RuleAspect.ofWord(parts[0]), parts[1]);
            }
        }
        return QuantityRule.of("rule 1", parsed);
    }

    @Test
    void whatIsOfferedFollowsTheTerms() {
        for (List<String> line : TABLE) {
            Optional<String> offered =
                    rule(line.get(0)).wanted(Quantity.parse(line.get(1))).map(Quantity::toString);
            assertThat(offered.orElse("-")).as(line.toString()).isEqualTo(line.get(2));
        }
    }

    @Test
    void aFixedFigureIsTheFigureWhateverTheSourceHas() {
        QuantityRule fixed = QuantityRule.fixed("conflict 3", Quantity.of(4));
        assertThat(fixed.wanted(Quantity.of(-7))).contains(Quantity.of(4));
        assertThat(fixed.wanted(Quantity.of(700))).contains(Quantity.of(4));
        assertThat(fixed.sourceIsTruth()).isTrue();
        assertThat(fixed.describe()).isEqualTo("conflict 3: 4");
    }

    @Test
    void whoIsTheTruthAndWhatIsReviewedIsTold() {
        assertThat(rule("").sourceIsTruth()).isTrue();
        assertThat(rule("quantity source").sourceIsTruth()).isTrue();
        assertThat(rule("quantity target").sourceIsTruth()).isFalse();
        assertThat(rule("quantity nobody").sourceIsTruth()).isFalse();
        assertThat(rule("").reviewThreshold(10)).isEqualTo(10);
        assertThat(rule("review 3").reviewThreshold(10)).isEqualTo(3);
        assertThat(rule("review off").reviewThreshold(10)).isEqualTo(Long.MAX_VALUE);
        assertThat(rule("buffer 2, review off").describe()).isEqualTo("rule 1: buffer 2, review off");
        assertThat(QuantityRule.PLAIN.toString()).isEqualTo("no rule");
    }

    @Test
    void aValueThatItsAspectDoesNotTakeIsRefused() {
        for (List<String> wrong : List.of(
                List.of("buffer", "-1"),
                List.of("buffer", "1.5"),
                List.of("buffer", "101%"),
                List.of("buffer", "%"),
                List.of("buffer", "1234567890"),
                List.of("most-listed", "5%"),
                List.of("most-listed", ""),
                List.of("rounding", "sideways"),
                List.of("negatives", "n"),
                List.of("review", "p%"),
                List.of("quantity", "shop"),
                List.of("price", "2"))) {
            assertThatThrownBy(() -> RuleAspect.ofWord(wrong.get(0)).checked(wrong.get(1)))
                    .as(wrong.toString())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong.get(0));
        }
        assertThatThrownBy(() -> RuleAspect.ofWord("colour")).hasMessageContaining("most-listed");
        assertThat(RuleAspect.BUFFER.checked(" 007 ")).isEqualTo("7");
        assertThat(RuleAspect.BUFFER.checked("10.50%")).isEqualTo("10.5%");
        assertThat(RuleAspect.QUANTITY.checked("Target")).isEqualTo("target");
    }

    @Provide
    Arbitrary<QuantityRule> rules() {
        Arbitrary<String> buffers = Arbitraries.of("0", "1", "7", "60", "0%", "3%", "12.5%", "50%", "99.99%", "100%");
        Arbitrary<String> most = Arbitraries.of("0", "3", "40", "100000");
        Arbitrary<String> rounding = Arbitraries.of("down", "up", "nearest");
        return Combinators.combine(buffers, most, rounding)
                .as((buffer, listed, round) ->
                        rule("buffer " + buffer + ", most-listed " + listed + ", rounding " + round));
    }

    @Property
    void neverNegativeNeverAFractionNeverMoreThanThereIs(
            @ForAll("rules") QuantityRule rule, @ForAll @IntRange(min = -80, max = 4000) int quarters) {
        Quantity local = Quantity.parse("" + quarters / 4.0);
        Quantity offered = rule.wanted(local).orElseThrow();

        assertThat(offered.isNegative()).isFalse();
        assertThat(offered.hasFraction()).isFalse();
        assertThat(offered).isLessThanOrEqualTo(Quantity.of(Math.max(0, (long) Math.ceil(quarters / 4.0))));
        assertThat(offered).isLessThanOrEqualTo(Quantity.parse(rule.terms().getOrDefault(RuleAspect.MOST_LISTED, "0")));
    }

    @Property
    void oneMoreAtTheSourceIsNoneOrOneMoreOffered(
            @ForAll("rules") QuantityRule rule, @ForAll @IntRange(min = -10, max = 1000) int local) {
        Quantity less = rule.wanted(Quantity.of(local)).orElseThrow();
        Quantity more = rule.wanted(Quantity.of(local + 1)).orElseThrow();

        assertThat(more.minus(less)).isIn(Quantity.ZERO, Quantity.of(1));
    }
}
