package io.tallyport.sandbox.catalogue;

import java.util.List;
import java.util.SplittableRandom;

/** What a shop for garden, camping and coffee sells. */
final class Words {

    record Noun(String name, String code, List<Variant> variants) {}

    record Variant(String name, String code) {}

    private static final List<Variant> SIZES =
            List.of(new Variant("S", "S"), new Variant("M", "M"), new Variant("L", "L"), new Variant("XL", "XL"));
    private static final List<Variant> COLOURS = List.of(
            new Variant("Moss", "MOS"),
            new Variant("Slate", "SLT"),
            new Variant("Rust", "RST"),
            new Variant("Cream", "CRM"),
            new Variant("Petrol", "PTR"));
    private static final List<Variant> VOLUMES = List.of(
            new Variant("0.5 l", "05L"),
            new Variant("1 l", "1L"),
            new Variant("5 l", "5L"),
            new Variant("10 l", "10L"));
    private static final List<Variant> WEIGHTS =
            List.of(new Variant("250 g", "250"), new Variant("500 g", "500"), new Variant("1 kg", "1K"));

    private static final List<String> ADJECTIVES = List.of(
            "Alpine",
            "Classic",
            "Copper",
            "Everyday",
            "Foldable",
            "Forged",
            "Heavy-Duty",
            "Heritage",
            "Insulated",
            "Lightweight",
            "Nordic",
            "Organic",
            "Packable",
            "Recycled",
            "Rustic",
            "Stainless",
            "Sturdy",
            "Summit",
            "Trailhead",
            "Waxed",
            "Weatherproof",
            "Woodland");

    private static final List<Noun> NOUNS = List.of(
            new Noun("Trowel", "TRWL", COLOURS),
            new Noun("Pruning Shears", "PRSH", SIZES),
            new Noun("Watering Can", "WCAN", VOLUMES),
            new Noun("Planter", "PLNT", SIZES),
            new Noun("Potting Soil", "SOIL", VOLUMES),
            new Noun("Garden Gloves", "GLOV", SIZES),
            new Noun("Hand Fork", "FORK", COLOURS),
            new Noun("Seed Tray", "TRAY", SIZES),
            new Noun("Camping Mug", "CMUG", COLOURS),
            new Noun("Enamel Kettle", "KETL", VOLUMES),
            new Noun("Hammock", "HMCK", COLOURS),
            new Noun("Rain Jacket", "RJKT", SIZES),
            new Noun("Merino Beanie", "BEAN", COLOURS),
            new Noun("Dry Bag", "DBAG", VOLUMES),
            new Noun("Headlamp", "HLMP", COLOURS),
            new Noun("Picnic Blanket", "BLKT", COLOURS),
            new Noun("Espresso Beans", "ESPR", WEIGHTS),
            new Noun("Filter Coffee", "FILT", WEIGHTS),
            new Noun("Pour-Over Dripper", "DRIP", COLOURS),
            new Noun("Hand Grinder", "GRND", COLOURS),
            new Noun("Milk Pitcher", "MPIT", VOLUMES),
            new Noun("Herbal Tea", "HTEA", WEIGHTS));

    private Words() {}

    static String adjective(SplittableRandom random) {
        return pick(ADJECTIVES, random);
    }

    static Noun noun(SplittableRandom random) {
        return pick(NOUNS, random);
    }

    static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
