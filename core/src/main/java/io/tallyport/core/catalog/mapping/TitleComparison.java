package io.tallyport.core.catalog.mapping;

/**
 * Compares the words of two items, whatever their order: words that are the same count with what they tell, words that
 * look alike with a part of it (soft TF-IDF: Cohen, Ravikumar and Fienberg 2003).
 */
final class TitleComparison {

    private static final double ALIKE = 0.88;
    /** How much the whole of both titles counts, beside how much of the shorter one is in the longer. */
    private static final double WHOLE = 0.7;

    private static final int SHORTEST = 4;
    private static final int MOST_WORDS = 64;

    private final Vocabulary vocabulary;
    private final TextSimilarity similarity;
    private final int[] left = new int[MOST_WORDS];
    private final int[] right = new int[MOST_WORDS];

    TitleComparison(Vocabulary vocabulary, TextSimilarity similarity) {
        this.vocabulary = vocabulary;
        this.similarity = similarity;
    }

    /**
     * What came of it.
     *
     * @param alike from 0 to 1
     * @param differs whether either has a number or a short word, such as a size, that the other lacks
     */
    record Result(double alike, boolean differs) {}

    /** Compares two sorted lists of words. */
    Result compare(int[] one, int[] other) {
        int ours = 0;
        int theirs = 0;
        double same = 0;
        double oneWeight = 0;
        double otherWeight = 0;
        int i = 0;
        int j = 0;
        while (i < one.length || j < other.length) {
            if (j == other.length || (i < one.length && one[i] < other[j])) {
                oneWeight += vocabulary.weight(one[i]);
                ours = keep(left, ours, one[i++]);
            } else if (i == one.length || other[j] < one[i]) {
                otherWeight += vocabulary.weight(other[j]);
                theirs = keep(right, theirs, other[j++]);
            } else {
                double weight = vocabulary.weight(one[i]);
                same += weight;
                oneWeight += weight;
                otherWeight += weight;
                i++;
                j++;
            }
        }
        return soft(same, oneWeight, otherWeight, ours, theirs);
    }

    private static int keep(int[] words, int count, int word) {
        if (count < MOST_WORDS) {
            words[count] = word;
            return count + 1;
        }
        return count;
    }

    /** Pairs what is left over on both sides with what it looks most like. */
    private Result soft(double same, double oneWeight, double otherWeight, int ours, int theirs) {
        double paired = 0;
        int rest = theirs;
        boolean leftOver = false;
        for (int i = 0; i < ours; i++) {
            int best = mostAlike(vocabulary.text(left[i]), rest);
            if (best < 0) {
                leftOver |= tells(left[i]);
            } else {
                double alike = alike(vocabulary.text(left[i]), vocabulary.text(right[best]));
                paired += alike * (vocabulary.weight(left[i]) + vocabulary.weight(right[best]));
                right[best] = right[--rest];
            }
        }
        boolean rightOver = false;
        for (int j = 0; j < rest; j++) {
            rightOver |= tells(right[j]);
        }
        double least = Math.min(oneWeight, otherWeight);
        if (least == 0) {
            return new Result(0, false);
        }
        double whole = Math.min(1, (2 * same + paired) / (oneWeight + otherWeight));
        double overlap = Math.min(1, (same + paired / 2) / least);
        return new Result(WHOLE * whole + (1 - WHOLE) * overlap, leftOver && rightOver);
    }

    /** Which of the other side's words; negative where none is alike enough. */
    private int mostAlike(String word, int rest) {
        int best = -1;
        double most = ALIKE;
        for (int j = 0; j < rest; j++) {
            double alike = alike(word, vocabulary.text(right[j]));
            if (alike >= most) {
                most = alike;
                best = j;
            }
        }
        return best;
    }

    private double alike(String one, String other) {
        if (one.length() < SHORTEST || other.length() < SHORTEST || hasDigit(one) || hasDigit(other)) {
            return 0;
        }
        return similarity.of(one, other);
    }

    /** Whether a word that the other side lacks is likely to mean another article: a number, a size. */
    private boolean tells(int word) {
        String text = vocabulary.text(word);
        return text.length() < SHORTEST || hasDigit(text);
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(Character::isDigit);
    }
}
