package io.tallyport.core.catalog.mapping;

/**
 * Tells how much two words look alike to a reader.
 *
 * <p>Symmetric, without memory, thread-safe, and quick: it is asked millions of times.
 */
@FunctionalInterface
public interface TextSimilarity {

    /**
     * From 0, nothing in common, to 1, the same. Letter case counts: callers bring both words into one case.
     */
    double of(String one, String other);
}
