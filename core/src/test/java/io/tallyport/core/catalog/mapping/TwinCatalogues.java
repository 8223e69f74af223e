package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.Product;
import io.tallyport.core.catalog.ProductStatus;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Money;
import io.tallyport.core.kernel.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A POS's and a shop's catalogue of the same made-up articles, written by two people, with the truth about which are one.
 *
 * <p>Articles come in families that differ in colour and size alone. On the shop's side SKUs are written otherwise, get a
 * prefix or a typing error, are quite others or are missing; barcodes are missing, copied from a sibling or another
 * article's; titles have their words in another order, typing errors, words more or less; options are told apart or within
 * the title; prices and categories differ now and then. One article in twelve is on one side only. The same seed gives the
 * same catalogues.
 */
public final class TwinCatalogues {

    private static final Currency EUR = Currency.getInstance("EUR");

    public final List<Variant> source = new ArrayList<>();
    public final List<Variant> target = new ArrayList<>();

    /** The target's item for each of the source that has one and a SKU that is not simply the same. */
    public final Map<ExternalId, ExternalId> truth = new HashMap<>();

    private final Random random;
    private int number;
    private long lastBarcode = 400_000_000_000L;

    /** Makes {@code articles} of them. */
    public TwinCatalogues(int articles, long seed) {
        this.random = new Random(seed);
        while (number < articles) {
            family(articles);
        }
        Collections.shuffle(target, random);
    }

    private record Article(int number, String stem, List<String> words, String colour, String size, String barcode) {}

    private void family(int most) {
        List<String> words = List.of(
                pick(TwinWords.BRANDS), pick(TwinWords.ADJECTIVES), pick(TwinWords.MATERIALS), pick(TwinWords.NOUNS));
        String stem = words.get(3).substring(0, 3).toUpperCase(Locale.ROOT) + "-" + (1000 + random.nextInt(9000));
        BigDecimal price = BigDecimal.valueOf(500 + random.nextInt(20_000), 2);
        int colours = 1 + random.nextInt(3);
        int sizes = 1 + random.nextInt(4);
        List<String> sibling = new ArrayList<>();
        for (int colour = 0; colour < colours; colour++) {
            int offset = random.nextInt(TwinWords.COLOURS.size());
            for (int size = 0; size < sizes && number < most; size++) {
                Article article = new Article(
                        number++,
                        stem,
                        words,
                        TwinWords.COLOURS.get((offset + colour * 5) % TwinWords.COLOURS.size()),
                        TwinWords.SIZES.get(size),
                        barcode());
                write(article, price, sibling);
                sibling.add(article.barcode());
            }
        }
    }

    private void write(Article article, BigDecimal price, List<String> sibling) {
        Optional<Sku> sku = Optional.of(new Sku(article.stem() + "-" + TwinWords.code(article.colour()) + "-"
                + article.size() + "-" + String.format(Locale.ROOT, "%05d", article.number())));
        boolean here = !chance(4);
        boolean there = !here || !chance(4);
        Variant ours = variant(
                "P" + article.number(),
                sku,
                chance(30) ? Set.of() : Set.of(article.barcode()),
                String.join(" ", article.words()),
                List.of(article.colour(), article.size()),
                price,
                TwinWords.CATEGORIES.get(article.words().get(3).length() % TwinWords.CATEGORIES.size()));
        if (here) {
            source.add(ours);
        }
        if (!there) {
            return;
        }
        Optional<Sku> other = otherSku(sku.orElseThrow().value(), article.number());
        Variant theirs = theirs(article, other, price, sibling);
        target.add(theirs);
        if (here && !other.equals(sku)) {
            truth.put(ours.item(), theirs.item());
        }
    }

    private Variant theirs(Article article, Optional<Sku> sku, BigDecimal price, List<String> sibling) {
        boolean inTitle = chance(35);
        List<String> words = new ArrayList<>(article.words());
        if (inTitle) {
            words.add(article.colour());
            words.add(article.size());
        }
        return variant(
                "gid://shopify/InventoryItem/" + (900_000 + article.number()),
                sku,
                theirBarcode(article, sibling),
                title(words, article),
                inTitle ? List.of() : List.of(article.colour(), article.size()),
                chance(60) ? price : price.multiply(BigDecimal.valueOf(80 + random.nextInt(50), 2)),
                pick(TwinWords.CATEGORIES));
    }

    private Optional<Sku> otherSku(String sku, int article) {
        int way = random.nextInt(100);
        if (way < 10) {
            return Optional.of(new Sku(sku));
        }
        if (way < 30) {
            return Optional.of(new Sku(written(sku)));
        }
        if (way < 45) {
            return Optional.of(new Sku(pick(List.of("LS-", "web_", "X", "2024/")) + sku));
        }
        if (way < 60) {
            return Optional.of(new Sku(typo(sku)));
        }
        return way < 85 ? Optional.of(new Sku("SH" + (7_000_000L + 7L * article))) : Optional.empty();
    }

    private String written(String sku) {
        return switch (random.nextInt(4)) {
            case 0 -> sku.toLowerCase(Locale.ROOT);
            case 1 -> sku.replace("-", "");
            case 2 -> sku.replace('-', ' ');
            default -> sku.replace('-', '_').toLowerCase(Locale.ROOT);
        };
    }

    private Set<String> theirBarcode(Article article, List<String> sibling) {
        if (chance(35)) {
            return Set.of();
        }
        if (chance(2) && !sibling.isEmpty()) {
            return Set.of(pick(sibling));
        }
        return Set.of(chance(20) ? "0" + article.barcode() : article.barcode());
    }

    private String title(List<String> words, Article article) {
        List<String> written = new ArrayList<>(words);
        if (chance(30)) {
            Collections.shuffle(written, random);
        }
        if (chance(25)) {
            int at = random.nextInt(4);
            written.set(at, typo(written.get(at)));
        }
        if (chance(15)) {
            written.remove(article.words().get(1));
        }
        if (chance(25)) {
            written.add(random.nextInt(written.size()), pick(TwinWords.EXTRAS));
        }
        String title = String.join(chance(10) ? " - " : " ", written);
        return chance(20) ? title.toUpperCase(Locale.ROOT) : title;
    }

    private String typo(String text) {
        if (text.length() < 3) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 2);
        char letter = (char) ((Character.isDigit(text.charAt(at)) ? '0' : 'a') + random.nextInt(10));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(at + 1);
            case 1 -> text.substring(0, at) + letter + text.substring(at);
            case 2 -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
            default -> text.substring(0, at) + letter + text.substring(at + 1);
        };
    }

    private String barcode() {
        lastBarcode += 1 + random.nextInt(50);
        String body = Long.toString(lastBarcode);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (i % 2 == 0 ? 1 : 3) * (body.charAt(i) - '0');
        }
        return body + (10 - sum % 10) % 10;
    }

    private static Variant variant(
            String item,
            Optional<Sku> sku,
            Set<String> barcodes,
            String title,
            List<String> options,
            BigDecimal price,
            String category) {
        Product product = new Product(
                new ExternalId("p" + item),
                title,
                Optional.empty(),
                Optional.of(category),
                Set.of(),
                List.of(),
                ProductStatus.ACTIVE);
        return new Variant(new ExternalId(item), product, sku, barcodes, options, Optional.of(new Money(price, EUR)));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
