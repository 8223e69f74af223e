package io.tallyport.core.rule;

import io.tallyport.core.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many units a row offers of what its source has: one function, which planning, rebasing and the last look share.
 *
 * <p>A figure is rounded to whole units first; a negative one counts as none, unless such a row is to be left alone. Then the
 * safety stock goes off, a percentage of it rounded up to whole units; what is left is never negative and never more than
 * the most that is to be shown. It never grows by more than the source's figure does. Immutable.
 */
public final class QuantityRule {

    /** No rule: whole units, rounded down, a negative figure as none. */
    public static final QuantityRule PLAIN = new QuantityRule("", Map.of(), Optional.empty());

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String name;
    private final Map<RuleAspect, String> terms;
    private final Optional<Quantity> fixed;
    private final RoundingMode rounding;
    private final boolean leavesNegatives;
    private final BigDecimal buffer;
    private final boolean percentage;
    private final Optional<BigDecimal> most;

    private QuantityRule(String name, Map<RuleAspect, String> terms, Optional<Quantity> fixed) {
        EnumMap<RuleAspect, String> checked = new EnumMap<>(RuleAspect.class);
        terms.forEach((aspect, value) -> checked.put(aspect, aspect.checked(value)));
        this.name = name;
        this.terms = Collections.unmodifiableMap(checked);
        this.fixed = fixed;
        this.rounding = rounding(checked.getOrDefault(RuleAspect.ROUNDING, "down"));
        this.leavesNegatives = "leave".equals(checked.get(RuleAspect.NEGATIVES));
        String kept = checked.getOrDefault(RuleAspect.BUFFER, "0");
        this.percentage = kept.endsWith("%");
        this.buffer = new BigDecimal(percentage ? kept.substring(0, kept.length() - 1) : kept);
        this.most = Optional.ofNullable(checked.get(RuleAspect.MOST_LISTED)).map(BigDecimal::new);
    }

    /**
     * A rule from what several rules say together.
     *
     * @param name of the rules that decide, for people
     * @throws IllegalArgumentException when a value is none of its aspect's
     */
    public static QuantityRule of(String name, Map<RuleAspect, String> terms) {
        return terms.isEmpty() ? PLAIN : new QuantityRule(name, terms, Optional.empty());
    }

    /** A person's word: this figure, whatever the source has. */
    public static QuantityRule fixed(String name, Quantity figure) {
        return new QuantityRule(name, Map.of(), Optional.of(figure));
    }

    private static RoundingMode rounding(String word) {
        return switch (word) {
            case "up" -> RoundingMode.CEILING;
            case "nearest" -> RoundingMode.HALF_UP;
            default -> RoundingMode.FLOOR;
        };
    }

    /** What people call it; empty for {@link #PLAIN}. */
    public String name() {
        return name;
    }

    /** What it was made from. */
    public Map<RuleAspect, String> terms() {
        return terms;
    }

    /** The figure that a person has given, if it is that. */
    public Optional<Quantity> fixed() {
        return fixed;
    }

    /** Whether the source's figure is the truth for the target; otherwise the row is left alone. */
    public boolean sourceIsTruth() {
        return terms.getOrDefault(RuleAspect.QUANTITY, "source").equals("source");
    }

    /** A difference of more units than this waits for a person. */
    public long reviewThreshold(long ofTheRoute) {
        String review = terms.get(RuleAspect.REVIEW);
        if (review == null) {
            return ofTheRoute;
        }
        return review.equals("off") ? Long.MAX_VALUE : Long.parseLong(review);
    }

    /** Whole units to offer of what the source has; empty when the row is to be left alone. */
    public Optional<Quantity> wanted(Quantity local) {
        if (fixed.isPresent()) {
            return fixed;
        }
        if (local.isNegative()) {
            return leavesNegatives ? Optional.empty() : Optional.of(Quantity.ZERO);
        }
        BigDecimal whole = local.units().setScale(0, rounding);
        BigDecimal kept = percentage ? whole.multiply(buffer).divide(HUNDRED, 0, RoundingMode.CEILING) : buffer;
        BigDecimal offered = whole.subtract(kept).max(BigDecimal.ZERO);
        return Optional.of(new Quantity(most.map(offered::min).orElse(offered)));
    }

    /** In words: its name and its terms. */
    public String describe() {
        if (fixed.isPresent()) {
            return name + ": " + fixed.get();
        }
        StringBuilder words = new StringBuilder(name);
        String gap = name.isEmpty() ? "" : ": ";
        for (Map.Entry<RuleAspect, String> term : terms.entrySet()) {
            words.append(gap).append(term.getKey().word()).append(' ').append(term.getValue());
            gap = ", ";
        }
        return words.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuantityRule rule
                && name.equals(rule.name)
                && terms.equals(rule.terms)
                && fixed.equals(rule.fixed);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + terms.hashCode() + fixed.hashCode();
    }

    @Override
    public String toString() {
        return equals(PLAIN) ? "no rule" : describe();
    }
}
