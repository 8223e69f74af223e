package io.tallyport.core.catalog.mapping;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which items of the target have a word: finds those that share the most telling words with an item of the source.
 *
 * <p>Rare words are looked at first and common ones no more when many items have been touched, so that an item costs about
 * the same however large the catalogue is. Not for several threads.
 */
final class WordPostings {

    /** How many items of the target may be touched for one of the source. */
    private static final int BUDGET = 40_000;

    private final Vocabulary vocabulary;
    private final int[][] items;
    private final double[] shared;
    private final int[] touched;

    WordPostings(Vocabulary vocabulary, int[][] wordsOfTargets) {
        this.vocabulary = vocabulary;
        int[] counts = new int[vocabulary.size()];
        for (int[] words : wordsOfTargets) {
            for (int word : words) {
                counts[word]++;
            }
        }
        this.items = new int[vocabulary.size()][];
        for (int target = 0; target < wordsOfTargets.length; target++) {
            for (int word : wordsOfTargets[target]) {
                if (items[word] == null) {
                    items[word] = new int[counts[word]];
                }
                items[word][items[word].length - counts[word]--] = target;
            }
        }
        this.shared = new double[wordsOfTargets.length];
        this.touched = new int[wordsOfTargets.length];
    }

    /** Up to {@code most} targets, those with the greatest weight of shared words; ties in their order. */
    int[] nearest(int[] words, int most) {
        int count = 0;
        int visited = 0;
        for (int word : rareFirst(words)) {
            if (visited > 0 && visited + items[word].length > BUDGET) {
                break;
            }
            visited += items[word].length;
            double weight = vocabulary.weight(word);
            for (int target : items[word]) {
                if (shared[target] == 0) {
                    touched[count++] = target;
                }
                shared[target] += weight;
            }
        }
        int[] best = best(count, most);
        for (int i = 0; i < count; i++) {
            shared[touched[i]] = 0;
        }
        return best;
    }

    private int[] rareFirst(int[] words) {
        return IntStream.of(words)
                .filter(word -> items[word] != null)
                .boxed()
                .sorted((one, other) -> Integer.compare(items[one].length, items[other].length))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Those at or above the weight of the one at place {@code most}, and not many more than that. */
    private int[] best(int count, int most) {
        if (count <= most) {
            return Arrays.copyOf(touched, count);
        }
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = shared[touched[i]];
        }
        Arrays.sort(weights);
        double least = weights[count - most];
        int[] best = new int[most];
        int found = 0;
        for (int i = 0; i < count && found < most; i++) {
            if (shared[touched[i]] > least) {
                best[found++] = touched[i];
            }
        }
        for (int i = 0; i < count && found < most; i++) {
            if (shared[touched[i]] == least) {
                best[found++] = touched[i];
            }
        }
        return best;
    }
}
