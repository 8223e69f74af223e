package io.tallyport.core.catalog.mapping;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Weighs two items: what speaks for the pair adds up as independent reasons do (noisy or: Pearl 1988), what speaks against
 * it takes a part away.
 */
final class PairScore {

    private static final Map<Clue, Double> FOR = new EnumMap<>(Map.of(
            Clue.SAME_BARCODE, 0.9,
            Clue.SHARED_BARCODE, 0.5,
            Clue.SAME_SKU_FORM, 0.85,
            Clue.SHARED_SKU_FORM, 0.5,
            Clue.SKU_WITHIN, 0.55,
            Clue.SKU_TYPO, 0.45,
            Clue.SAME_PRICE, 0.2,
            Clue.NEAR_PRICE, 0.08,
            Clue.SAME_CATEGORY, 0.1));
    private static final Map<Clue, Double> AGAINST =
            new EnumMap<>(Map.of(Clue.OTHER_BARCODE, 0.7, Clue.OTHER_OPTIONS, 0.75, Clue.OTHER_PRICE, 0.85));
    private static final double TITLE = 0.8;
    private static final double TITLES_ALIKE = 0.5;
    private static final double TITLES_OF_ONE_BARCODE = 0.3;
    private static final BigDecimal NEAR = new BigDecimal("1.15");
    private static final BigDecimal FAR = new BigDecimal("2.5");

    private final CodeCounts sources;
    private final CodeCounts targets;
    private final TitleComparison titles;

    PairScore(CodeCounts sources, CodeCounts targets, TitleComparison titles) {
        this.sources = sources;
        this.targets = targets;
        this.titles = titles;
    }

    /**
     * What came of it.
     *
     * @param exact whether a code says so that nobody else has, with nothing against it
     */
    record Weighed(double score, boolean exact, double titles, Set<Clue> clues) {

        /** Whether both share a code, unique or not: a rival to every other pair of either item. */
        boolean sharesCode() {
            return clues.contains(Clue.SAME_BARCODE)
                    || clues.contains(Clue.SHARED_BARCODE)
                    || clues.contains(Clue.SAME_SKU_FORM)
                    || clues.contains(Clue.SHARED_SKU_FORM);
        }
    }

    Weighed weigh(ItemTraits one, ItemTraits other) {
        EnumSet<Clue> clues = EnumSet.noneOf(Clue.class);
        barcodes(one, other, clues);
        skus(one, other, clues);
        prices(one, other, clues);
        if (one.category().isPresent() && one.category().equals(other.category())) {
            clues.add(Clue.SAME_CATEGORY);
        }
        TitleComparison.Result title = titles.compare(one.words(), other.words());
        if (title.alike() >= TITLES_ALIKE) {
            clues.add(Clue.TITLE);
        }
        if (title.differs() || one.contradictsOptionsOf(other)) {
            clues.add(Clue.OTHER_OPTIONS);
        }
        return new Weighed(score(clues, title.alike()), isExact(clues, title.alike()), title.alike(), clues);
    }

    private void barcodes(ItemTraits one, ItemTraits other, Set<Clue> clues) {
        Set<Barcode> common = new HashSet<>(one.barcodes());
        common.retainAll(other.barcodes());
        if (!common.isEmpty()) {
            boolean unique = common.stream().anyMatch(code -> sources.isOnlyOne(code) && targets.isOnlyOne(code));
            clues.add(unique ? Clue.SAME_BARCODE : Clue.SHARED_BARCODE);
        } else if (one.contradictsBarcodesOf(other)) {
            clues.add(Clue.OTHER_BARCODE);
        }
    }

    private void skus(ItemTraits one, ItemTraits other, Set<Clue> clues) {
        if (!one.hasSku() || !other.hasSku()) {
            return;
        }
        if (one.form().equals(other.form())) {
            boolean unique = sources.isOnlyOne(one.form()) && targets.isOnlyOne(other.form());
            clues.add(unique ? Clue.SAME_SKU_FORM : Clue.SHARED_SKU_FORM);
        } else if (one.isWithinSkuOf(other)) {
            clues.add(Clue.SKU_WITHIN);
        } else if (one.isOneTypoFrom(other)) {
            clues.add(Clue.SKU_TYPO);
        }
    }

    private static void prices(ItemTraits one, ItemTraits other, Set<Clue> clues) {
        Optional<BigDecimal> ratio = one.priceRatio(other);
        if (ratio.isEmpty()) {
            return;
        }
        if (ratio.get().compareTo(BigDecimal.ONE) == 0) {
            clues.add(Clue.SAME_PRICE);
        } else if (ratio.get().compareTo(NEAR) <= 0) {
            clues.add(Clue.NEAR_PRICE);
        } else if (ratio.get().compareTo(FAR) > 0) {
            clues.add(Clue.OTHER_PRICE);
        }
    }

    private static double score(Set<Clue> clues, double titles) {
        double unlikely = 1 - TITLE * titles * titles;
        double part = 1;
        for (Clue clue : clues) {
            unlikely *= 1 - FOR.getOrDefault(clue, 0.0);
            part *= AGAINST.getOrDefault(clue, 1.0);
        }
        return (1 - unlikely) * part;
    }

    private static boolean isExact(Set<Clue> clues, double titles) {
        if (clues.contains(Clue.OTHER_BARCODE)
                || clues.contains(Clue.OTHER_OPTIONS)
                || clues.contains(Clue.OTHER_PRICE)) {
            return false;
        }
        return (clues.contains(Clue.SAME_BARCODE) && titles >= TITLES_OF_ONE_BARCODE)
                || (clues.contains(Clue.SAME_SKU_FORM) && titles >= TITLES_ALIKE);
    }
}
