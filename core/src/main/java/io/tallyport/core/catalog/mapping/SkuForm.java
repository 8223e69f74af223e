package io.tallyport.core.catalog.mapping;

import io.tallyport.core.kernel.Sku;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A SKU without what people and programs write differently: compatibility forms (full width) as NFKC has them, letter
 * case, everything but letters and digits, and zeros in front.
 *
 * <p>Two SKUs of one form may be one article; only a person or further evidence can say so.
 *
 * @param value empty where the SKU has no letter or digit
 */
record SkuForm(String value) {

    static SkuForm of(Sku sku) {
        String bare = bare(folded(sku.value()));
        int zeros = 0;
        while (zeros < bare.length() - 1 && bare.charAt(zeros) == '0') {
            zeros++;
        }
        return new SkuForm(bare.substring(zeros));
    }

    /** In what two SKUs of one form differ, for people. */
    static String difference(Sku one, Sku other) {
        List<String> found = new ArrayList<>();
        String left = Normalizer.normalize(one.value(), Normalizer.Form.NFKC);
        String right = Normalizer.normalize(other.value(), Normalizer.Form.NFKC);
        boolean widths = !left.equals(one.value()) || !right.equals(other.value());
        if (widths) {
            found.add("character width");
        }
        String bareLeft = bare(left);
        String bareRight = bare(right);
        if (!marks(left).equals(marks(right))) {
            found.add("spaces or punctuation");
        }
        if (bareLeft.length() != bareRight.length()) {
            found.add("leading zeros");
        }
        if (!bareLeft.equals(bareRight) && bareLeft.equalsIgnoreCase(bareRight)) {
            found.add("letter case");
        }
        return found.isEmpty() ? "letter case" : String.join(", ", found);
    }

    /** The parts of a SKU: runs of letters and runs of digits, folded. */
    static List<String> parts(Sku sku) {
        List<String> parts = new ArrayList<>();
        String text = folded(sku.value());
        int start = -1;
        int kind = 0;
        for (int at = 0; at <= text.length(); at++) {
            int now = at == text.length() ? 0 : kind(text.charAt(at));
            if (now != kind) {
                if (kind != 0) {
                    parts.add(text.substring(start, at));
                }
                start = at;
                kind = now;
            }
        }
        return parts;
    }

    private static int kind(char c) {
        if (Character.isDigit(c)) {
            return 1;
        }
        return Character.isLetter(c) ? 2 : 0;
    }

    private static String folded(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String bare(String text) {
        return kept(text, true);
    }

    private static String marks(String text) {
        return kept(text, false);
    }

    private static String kept(String text, boolean lettersAndDigits) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> Character.isLetterOrDigit(point) == lettersAndDigits)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
