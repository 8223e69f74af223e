package io.tallyport.sandbox.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes up what each side shows of a product, the same for the same product, and keeps nothing of it.
 *
 * <p>The shop shows what the POSs have, its description in HTML; but from number 49 on, of each eight products one is at
 * variance in one thing, in turn: title, price, description, images, category, tags, and that it is a draft.
 */
public final class Showcase {

    private static final String IMAGES_OF_POS = "https://images.example.com/upload/";
    private static final String IMAGES_OF_SHOP = "https://cdn.example.com/files/";
    private static final int FIRST_AT_VARIANCE = 49;
    private static final int ONE_IN = 8;
    private static final int MOST_IMAGES = 3;
    private static final List<String> MOODS = List.of("bestseller", "gift", "new", "outdoor", "repairable", "vegan");

    private Showcase() {}

    /** What the POSs show. */
    public static ProductCard pos(int number, String title, String barcode, int priceCents) {
        Words.Noun noun = Words.nounIn(title);
        return new ProductCard(
                title,
                BigDecimal.valueOf(priceCents, 2),
                description(title, noun),
                noun.department() + "/" + noun.name(),
                tags(number, noun),
                images(number, IMAGES_OF_POS),
                barcode,
                ProductCard.Status.ACTIVE);
    }

    /** What the web shop shows. */
    public static ProductCard shop(int number, String title, String barcode, BigDecimal price) {
        Words.Noun noun = Words.nounIn(title);
        ProductCard card = new ProductCard(
                title,
                price,
                html(title, noun),
                noun.department() + "/" + noun.name(),
                tags(number, noun),
                images(number, IMAGES_OF_SHOP),
                barcode,
                ProductCard.Status.ACTIVE);
        boolean atVariance = number >= FIRST_AT_VARIANCE && (number - FIRST_AT_VARIANCE) % ONE_IN == 0;
        return atVariance ? varied(card, (number - FIRST_AT_VARIANCE) / ONE_IN) : card;
    }

    private static ProductCard varied(ProductCard card, int turn) {
        return switch (turn % 7) {
            case 0 -> card.withTitle(card.title() + " (2nd edition)");
            case 1 -> card.withPrice(card.price().add(BigDecimal.valueOf(1 + turn % 3)));
            case 2 -> card.withDescription("");
            case 3 -> card.withImages(List.of());
            case 4 -> card.withCategory("Clearance");
            case 5 -> card.withTags(List.of("clearance"));
            default -> card.withStatus(ProductCard.Status.DRAFT);
        };
    }

    private static String description(String title, Words.Noun noun) {
        return title + ", made for " + noun.use() + ".\nCare: wipe & dry. \"Built to last\" since 1987.";
    }

    private static String html(String title, Words.Noun noun) {
        return "<p><strong>" + title + "</strong>, made for " + noun.use()
                + ".</p>\n<ul><li>Care: wipe &amp; dry.</li><li>&quot;Built to last&quot; since&nbsp;1987.</li></ul>";
    }

    private static List<String> tags(int number, Words.Noun noun) {
        List<String> tags = new ArrayList<>(2);
        tags.add(noun.department().toLowerCase(Locale.ROOT));
        if (number % 2 == 0) {
            tags.add(MOODS.get(number / 2 % MOODS.size()));
        }
        return tags;
    }

    private static List<String> images(int number, String where) {
        List<String> images = new ArrayList<>(MOST_IMAGES);
        for (int i = 1; i <= 1 + number % MOST_IMAGES; i++) {
            images.add(where + "p" + number + "-" + i + ".jpg");
        }
        return images;
    }

    /** What of a title tells a product from its siblings: what stands behind the noun. */
    public static String variantOf(String title) {
        String noun = Words.nounIn(title).name();
        int at = title.lastIndexOf(noun);
        return at < 0 ? title : title.substring(at + noun.length()).strip();
    }

    /** A number for a category, the same for the same path. */
    public static int categoryNumber(String path) {
        return 1 + Math.floorMod(path.hashCode(), 100_000);
    }
}
