package io.tallyport.core.catalog.mapping;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of an item's title and options: folded, without accents, each once. */
final class TitleWords {

    private TitleWords() {}

    static List<String> of(CatalogueItem item) {
        Set<String> words = new LinkedHashSet<>();
        split(item.title(), words);
        item.options().forEach(option -> split(option, words));
        return new ArrayList<>(words);
    }

    private static void split(String text, Set<String> into) {
        String folded = folded(text);
        int start = -1;
        for (int at = 0; at <= folded.length(); at++) {
            boolean inside = at < folded.length() && Character.isLetterOrDigit(folded.charAt(at));
            if (inside && start < 0) {
                start = at;
            } else if (!inside && start >= 0) {
                into.add(folded.substring(start, at));
                start = -1;
            }
        }
    }

    private static String folded(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            // An apostrophe joins, as in men's; an accent goes.
            if (Character.getType(c) != Character.NON_SPACING_MARK && c != '\'' && c != '\u2019') {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
