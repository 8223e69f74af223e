package io.tallyport.runtime.mapping;

import io.tallyport.core.catalog.mapping.TextSimilarity;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Jaro's comparison of names with Winkler's weight on how they begin (Winkler 1990), by Apache Commons Text: made for short
 * words with typing errors.
 */
public final class JaroWinkler implements TextSimilarity {

    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();

    @Override
    public double of(String one, String other) {
        return similarity.apply(one, other);
    }
}
