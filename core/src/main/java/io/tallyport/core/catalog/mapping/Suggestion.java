package io.tallyport.core.catalog.mapping;

import java.util.Set;

/**
 * Two items that may be one.
 *
 * @param score from 0 to 1; it orders candidates and is no probability
 * @param certain whether the evidence is exact and unique: a barcode or a SKU's form that nobody else has on either side,
 *     with nothing against it. A name alone never makes it so
 * @param titles how much titles and options look alike, from 0 to 1
 * @param clues why, in the order of {@link Clue}
 */
public record Suggestion(
        CatalogueItem source, CatalogueItem target, double score, boolean certain, double titles, Set<Clue> clues) {}
