package io.tallyport.sandbox.catalogue;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Makes up the branch's side of the catalogue, with figures of its own; they differ as often as the main shop's do. */
final class BranchGenerator {

    /** The shop's second location is the smaller one: it lacks one product in so many. */
    private static final int LACKING_ONE_IN = 10;

    private static final int FAMILY_EVERY = 30;
    private static final int FAMILY_SIZE = 3;

    private final long seed;
    private final int size;

    BranchGenerator(long seed, int size) {
        this.seed = seed;
        this.size = size;
    }

    Branch branch(int number, String sku, Supplier<String> skuBefore) {
        SplittableRandom random =
                new SplittableRandom((seed ^ 0x5DEECE66DL) * 0x9E3779B97F4A7C15L + number * 0x94D049BB133111EBL);
        int available = random.nextInt(5) == 0 ? random.nextInt(4) : random.nextInt(2, 40);
        BranchDraft draft =
                new BranchDraft(sku, CatalogueGenerator.posQoh(available, random), available, familyHead(number));
        draft.shopStocked = number % LACKING_ONE_IN != 0;
        BranchOddity.of(number, size).ifPresent(odd -> odd.what().bend(draft, odd.turn(), skuBefore.get()));
        return draft.branch();
    }

    /** Of each thirty products the first three are a family. */
    private Optional<Integer> familyHead(int number) {
        int head = number - (number - 1) % FAMILY_EVERY;
        boolean member = number - head < FAMILY_SIZE && head + FAMILY_SIZE - 1 <= size;
        return member ? Optional.of(head) : Optional.empty();
    }
}
