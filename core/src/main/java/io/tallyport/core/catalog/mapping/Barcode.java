package io.tallyport.core.catalog.mapping;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A trade item number in one form: digits without zeros in front, so that a UPC and the EAN or GTIN-14 that holds it are
 * equal; only with a right check digit (GS1 General Specifications, section 7.9).
 *
 * <p>Internal codes, placeholders and typing errors do not pass, since they prove nothing about another shop's item.
 *
 * @param value 7 to 14 digits
 */
record Barcode(String value) implements Comparable<Barcode> {

    private static final int LONGEST = 14;
    private static final int SHORTEST = 8;
    /** A number with fewer digits than this behind its zeros is a counter, not a trade item. */
    private static final int LEAST = 7;

    /** Those of an item's barcodes that are trade item numbers. */
    static Set<Barcode> of(CatalogueItem item) {
        Set<Barcode> found = new TreeSet<>();
        item.barcodes().forEach(raw -> parse(raw).ifPresent(found::add));
        return found;
    }

    static Optional<Barcode> parse(String raw) {
        StringBuilder digits = new StringBuilder(LONGEST);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (c != ' ' && c != '-') {
                return Optional.empty();
            }
        }
        if (digits.length() < SHORTEST || digits.length() > LONGEST || !checks(digits)) {
            return Optional.empty();
        }
        int zeros = 0;
        while (zeros < digits.length() && digits.charAt(zeros) == '0') {
            zeros++;
        }
        String value = digits.substring(zeros);
        return value.length() < LEAST ? Optional.empty() : Optional.of(new Barcode(value));
    }

    /** The digits weigh 3 and 1 in turns, from the right; all of them together are a multiple of ten. */
    private static boolean checks(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 0 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return sum % 10 == 0;
    }

    @Override
    public int compareTo(Barcode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
