package io.tallyport.core.kernel;

import java.text.Normalizer;

/**
 * A stock keeping unit in its normal form: Unicode NFC, without leading or trailing white space, letter case kept.
 *
 * <p>Case is kept because Shopify's SKU field is case-sensitive while its search is not, and two products that differ
 * only in case are two products until a person says otherwise.
 *
 * @param value the normal form, never blank
 */
public record Sku(String value) implements Comparable<Sku> {

    private static final char FIRST_COMBINING = '\u0300';

    public Sku {
        value = normalForm(value);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a SKU must not be blank");
        }
    }

    /** Whether {@code raw} holds a SKU at all: platforms send null, "" and blanks for "none". */
    public static boolean isPresent(@org.jspecify.annotations.Nullable String raw) {
        return raw != null && !normalForm(raw).isEmpty();
    }

    /** The stated normal form of {@code raw}; may be empty. */
    public static String normalForm(String raw) {
        String composed = isComposed(raw) ? raw : Normalizer.normalize(raw, Normalizer.Form.NFC);
        int start = 0;
        int end = composed.length();
        while (start < end && isSpace(composed.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(composed.charAt(end - 1))) {
            end--;
        }
        return composed.substring(start, end);
    }

    /** Whether it surely is in NFC: nothing below the first combining mark can be composed any further. */
    private static boolean isComposed(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) >= FIRST_COMBINING) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
