package io.tallyport.core.catalog.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of two catalogues, each with how much it tells: the rarer, the more (inverse document frequency, Spärck Jones
 * 1972).
 */
final class Vocabulary {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<Integer> uses = new ArrayList<>();
    private int documents;
    private double[] weights = {};

    /** Takes an item's words in; {@link #weigh} follows the last one. */
    int[] add(CatalogueItem item) {
        documents++;
        int[] found = TitleWords.of(item).stream().mapToInt(this::number).toArray();
        Arrays.sort(found);
        for (int word : found) {
            uses.set(word, uses.get(word) + 1);
        }
        return found;
    }

    private int number(String word) {
        Integer known = numbers.putIfAbsent(word, words.size());
        if (known != null) {
            return known;
        }
        words.add(word);
        uses.add(0);
        return words.size() - 1;
    }

    /** Fixes the weights. */
    void weigh() {
        weights = new double[words.size()];
        for (int word = 0; word < weights.length; word++) {
            weights[word] = Math.log(1 + (double) documents / uses.get(word));
        }
    }

    double weight(int word) {
        return weights[word];
    }

    String text(int word) {
        return words.get(word);
    }

    int size() {
        return words.size();
    }
}
