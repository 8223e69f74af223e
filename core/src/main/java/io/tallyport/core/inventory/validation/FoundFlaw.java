package io.tallyport.core.inventory.validation;

/**
 * One thing that is off about a row.
 *
 * @param source what the source has, for people; "" where there is nothing to say
 * @param target what the target has
 */
public record FoundFlaw(Flaw flaw, String source, String target) {

    private static final int LONGEST = 300;

    public FoundFlaw {
        source = cut(source);
        target = cut(target);
    }

    static FoundFlaw of(Flaw flaw) {
        return new FoundFlaw(flaw, "", "");
    }

    /** Long descriptions are for the platforms' own pages. */
    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
