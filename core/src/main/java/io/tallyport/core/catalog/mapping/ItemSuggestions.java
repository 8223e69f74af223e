package io.tallyport.core.catalog.mapping;

import java.util.List;

/**
 * What an item of the source may be at the target.
 *
 * @param candidates the best first, at least one
 */
public record ItemSuggestions(CatalogueItem source, List<Suggestion> candidates) {

    public ItemSuggestions {
        candidates = List.copyOf(candidates);
    }

    /** The first candidate. */
    public Suggestion best() {
        return candidates.get(0);
    }

    /** Whether the first candidate is certain. */
    public boolean isCertain() {
        return best().certain();
    }
}
