package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Sku;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which SKUs of a route are to be pushed; one of the three is given.
 *
 * @param skus just these
 * @param category those of one category of products
 * @param top so many with the greatest risk to be oversold
 */
public record Choice(Set<Sku> skus, Optional<String> category, int top) {

    public Choice {
        skus = Set.copyOf(skus);
        int given = (skus.isEmpty() ? 0 : 1) + (category.isPresent() ? 1 : 0) + (top > 0 ? 1 : 0);
        if (given != 1) {
            throw new IllegalArgumentException("choose by SKUs, by a category, or by risk");
        }
    }

    public static Choice of(Set<Sku> skus) {
        return new Choice(skus, Optional.empty(), 0);
    }

    public static Choice ofCategory(String category) {
        return new Choice(Set.of(), Optional.of(category), 0);
    }

    public static Choice mostAtRisk(int top) {
        return new Choice(Set.of(), Optional.empty(), top);
    }

    /** In words, for the plan. */
    String words() {
        return category.map(name -> "category " + name)
                .orElse(top > 0 ? "the " + top + " SKUs most at risk" : "SKUs " + new TreeSet<>(skus));
    }
}
