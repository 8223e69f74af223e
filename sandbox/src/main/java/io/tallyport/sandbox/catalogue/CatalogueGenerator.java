package io.tallyport.sandbox.catalogue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes up a shop's catalogue, one item after the other, the same for the same seed.
 *
 * <p>Six items in ten have different stock on the two sides, most by a few units, some by more than ten. More than 85 in
 * 100 have nothing else odd about them; among any forty or more each oddity occurs at least once. The {@linkplain Branch branch} has figures and oddities of its own, made up apart.
 */
public final class CatalogueGenerator {

    private final long seed;
    private final int size;
    private final BranchGenerator branch;

    private CatalogueGenerator(long seed, int size) {
        this.seed = seed;
        this.size = size;
        this.branch = new BranchGenerator(seed, size);
    }

    /** The items in the order of their numbers, made up as they are read. */
    public static Stream<CatalogueItem> generate(long seed, int size) {
        if (size < 0) {
            throw new IllegalArgumentException("size must not be negative: " + size);
        }
        CatalogueGenerator generator = new CatalogueGenerator(seed, size);
        return IntStream.rangeClosed(1, size).mapToObj(generator::item);
    }

    private CatalogueItem item(int number) {
        SplittableRandom random = random(number);
        Words.Noun noun = Words.noun(random);
        Words.Variant variant = Words.pick(noun.variants(), random);
        String title = Words.adjective(random) + " " + noun.name() + " " + variant.name();
        String sku = sku(number, noun, variant);
        int available = random.nextInt(5) == 0 ? random.nextInt(4) : random.nextInt(2, 60);
        Draft draft = new Draft(
                number,
                title,
                sku,
                Ean13.of(400_000_000_000L + Math.floorMod(seed, 1000) * 10_000_000L + number),
                random.nextInt(3, 180) * 100 + (random.nextBoolean() ? 95 : 50),
                posQoh(available, random),
                available,
                branch.branch(number, sku, () -> skuBefore(number)));
        Irregularity.of(number, size).ifPresent(odd -> odd.what().bend(draft, odd.turn(), skuBefore(number)));
        return draft.item();
    }

    /** A POS's figure for something of which the shop has {@code available}: the same four times in ten. */
    static int posQoh(int available, SplittableRandom random) {
        if (random.nextInt(100) >= 60) {
            return available;
        }
        int difference = random.nextInt(100) < 80 ? random.nextInt(1, 6) : random.nextInt(11, 41);
        return random.nextBoolean() || difference > available ? available + difference : available - difference;
    }

    private String skuBefore(int number) {
        SplittableRandom random = random(number - 1);
        Words.Noun noun = Words.noun(random);
        return sku(number - 1, noun, Words.pick(noun.variants(), random));
    }

    private static String sku(int number, Words.Noun noun, Words.Variant variant) {
        return String.format("%s-%05d-%s", noun.code(), number, variant.code());
    }

    private SplittableRandom random(int number) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L);
    }
}
