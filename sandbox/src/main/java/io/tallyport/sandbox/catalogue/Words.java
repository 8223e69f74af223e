package io.tallyport.sandbox.catalogue;

import java.util.List;
import java.util.SplittableRandom;

/** What a shop for garden, camping and coffee sells. */
final class Words {

    record Noun(String name, String code, List<Variant> variants, String department) {

        String use() {
            return switch (department) {
                case "Garden" -> "beds, pots and balconies";
                case "Camping" -> "the trail and the lake";
                case "Coffee & Tea" -> "the first cup of the day";
                default -> "every day";
            };
        }
    }

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
            new Noun("Trowel", "TRWL", COLOURS, "Garden"),
            new Noun("Pruning Shears", "PRSH", SIZES, "Garden"),
            new Noun("Watering Can", "WCAN", VOLUMES, "Garden"),
            new Noun("Planter", "PLNT", SIZES, "Garden"),
            new Noun("Potting Soil", "SOIL", VOLUMES, "Garden"),
            new Noun("Garden Gloves", "GLOV", SIZES, "Garden"),
            new Noun("Hand Fork", "FORK", COLOURS, "Garden"),
            new Noun("Seed Tray", "TRAY", SIZES, "Garden"),
            new Noun("Camping Mug", "CMUG", COLOURS, "Camping"),
            new Noun("Enamel Kettle", "KETL", VOLUMES, "Camping"),
            new Noun("Hammock", "HMCK", COLOURS, "Camping"),
            new Noun("Rain Jacket", "RJKT", SIZES, "Camping"),
            new Noun("Merino Beanie", "BEAN", COLOURS, "Camping"),
            new Noun("Dry Bag", "DBAG", VOLUMES, "Camping"),
            new Noun("Headlamp", "HLMP", COLOURS, "Camping"),
            new Noun("Picnic Blanket", "BLKT", COLOURS, "Camping"),
            new Noun("Espresso Beans", "ESPR", WEIGHTS, "Coffee & Tea"),
            new Noun("Filter Coffee", "FILT", WEIGHTS, "Coffee & Tea"),
            new Noun("Pour-Over Dripper", "DRIP", COLOURS, "Coffee & Tea"),
            new Noun("Hand Grinder", "GRND", COLOURS, "Coffee & Tea"),
            new Noun("Milk Pitcher", "MPIT", VOLUMES, "Coffee & Tea"),
            new Noun("Herbal Tea", "HTEA", WEIGHTS, "Coffee & Tea"));

    private static final Noun ANYTHING = new Noun("Anything", "ANY", SIZES, "General");

    private Words() {}

    /** The noun of a title that was made up here; one for anything where there is none. */
    static Noun nounIn(String title) {
        for (Noun noun : NOUNS) {
            if (title.contains(noun.name())) {
                return noun;
            }
        }
        return ANYTHING;
    }

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
