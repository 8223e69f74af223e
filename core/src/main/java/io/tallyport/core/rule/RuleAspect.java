package io.tallyport.core.rule;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a rule lays down. Each aspect of a row is decided for itself, so several rules may decide one row. */
public enum RuleAspect {
    /** Whose figure is the truth: the source's, the target's, or nobody's; what is not the source's is left alone. */
    QUANTITY("who is the truth for the quantity", Values.TRUTH),
    PRICE("who is the truth for the price", Values.TRUTH),
    TITLE("who is the truth for the title", Values.TRUTH),
    DESCRIPTION("who is the truth for the description", Values.TRUTH),
    IMAGES("who is the truth for the images", Values.TRUTH),
    /** Safety stock: units, or a part of the figure, that are not offered. */
    BUFFER("safety stock that is not offered", Values.BUFFER),
    /** The shop never shows more than this, whatever there is. */
    MOST_LISTED("the most that the shop shows", Values.UNITS),
    /** How a figure with a fraction becomes whole units. */
    ROUNDING("how fractions become whole units", "down|up|nearest"),
    /** What a negative figure means. */
    NEGATIVES("what a negative figure means", "zero|leave"),
    /** A difference of more units waits for a person; {@code off} for never. */
    REVIEW("which difference waits for a person", Values.REVIEW);

    /** The kinds of values that are not a list of words. */
    private static final class Values {
        static final String TRUTH = "source|target|nobody";
        static final String BUFFER = "N|P%";
        static final String UNITS = "N";
        static final String REVIEW = "N|off";
        static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
        static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,2})?%");
    }

    private final String meaning;
    private final String values;

    RuleAspect(String meaning, String values) {
        this.meaning = meaning;
        this.values = values;
    }

    /** In words, for a person. */
    public String meaning() {
        return meaning;
    }

    /** Whether anything goes by it yet: what is told about products is stored and shown, and no sync reads it so far. */
    public boolean acts() {
        return !Set.of(PRICE, TITLE, DESCRIPTION, IMAGES).contains(this);
    }

    /** The aspect's word: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The aspect of that word.
     *
     * @throws IllegalArgumentException for an unknown one, with all there are
     */
    public static RuleAspect ofWord(String word) {
        return Arrays.stream(values())
                .filter(aspect -> aspect.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + word + "\" is none of "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(RuleAspect::word).toList())));
    }

    /**
     * A value in the one form that is kept.
     *
     * @throws IllegalArgumentException when the aspect does not take it, with what it takes
     */
    public String checked(String value) {
        String given = value.strip().toLowerCase(Locale.ROOT);
        List<String> taken = List.of(values.split("\\|"));
        if (given.length() > 1 && taken.contains(given)) {
            return given;
        }
        if (taken.contains("N") && Values.WHOLE.matcher(given).matches()) {
            return Long.toString(Long.parseLong(given));
        }
        if (taken.contains("P%") && Values.PERCENT.matcher(given).matches()) {
            BigDecimal part = new BigDecimal(given.substring(0, given.length() - 1));
            if (part.signum() >= 0 && part.compareTo(BigDecimal.valueOf(100)) <= 0) {
                return (part.signum() == 0 ? "0" : part.stripTrailingZeros().toPlainString()) + "%";
            }
        }
        throw new IllegalArgumentException(
                word() + " is " + taken.stream().map(RuleAspect::inWords).collect(Collectors.joining(" or "))
                        + ", got \"" + value + "\"");
    }

    private static String inWords(String value) {
        return switch (value) {
            case "N" -> "a whole number up to 999999999";
            case "P%" -> "a percentage from 0% to 100%";
            default -> value;
        };
    }
}
