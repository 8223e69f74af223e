package io.tallyport.core.catalog.mapping;

import io.tallyport.core.kernel.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An item as it is compared, worked out once. */
final class ItemTraits {

    private final CatalogueItem item;
    private final int[] words;
    private final String form;
    private final Set<Barcode> barcodes;
    private final Set<String> options;
    private final Optional<String> category;

    private ItemTraits(CatalogueItem item, int[] words) {
        this.item = item;
        this.words = words;
        this.form = item.sku().map(SkuForm::of).map(SkuForm::value).orElse("");
        this.barcodes = Barcode.of(item);
        this.options = new TreeSet<>();
        item.options().forEach(option -> options.add(folded(option)));
        this.category = item.category().map(ItemTraits::leaf).filter(name -> !name.isEmpty());
    }

    /**
     * Works them out.
     *
     * @param words the numbers of its title's and options' words, sorted
     */
    static ItemTraits of(CatalogueItem item, int[] words) {
        return new ItemTraits(item, words);
    }

    CatalogueItem item() {
        return item;
    }

    int[] words() {
        return words;
    }

    /** The form of its SKU; empty text where it has none. */
    String form() {
        return form;
    }

    Set<Barcode> barcodes() {
        return barcodes;
    }

    Optional<String> category() {
        return category;
    }

    private static String leaf(String path) {
        return folded(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    boolean hasSku() {
        return !form.isEmpty();
    }

    /** Whether both have barcodes and none in common. */
    boolean contradictsBarcodesOf(ItemTraits other) {
        return !barcodes.isEmpty()
                && !other.barcodes.isEmpty()
                && barcodes.stream().noneMatch(other.barcodes::contains);
    }

    /** Whether both have options of one kind and some of either are not the other's. */
    boolean contradictsOptionsOf(ItemTraits other) {
        return options.size() == other.options.size() && !options.isEmpty() && !options.equals(other.options);
    }

    /** Whether one SKU is the other with something in front or behind. */
    boolean isWithinSkuOf(ItemTraits other) {
        String shorter = form.length() < other.form.length() ? form : other.form;
        String longer = form.length() < other.form.length() ? other.form : form;
        return shorter.length() >= 4 && (longer.startsWith(shorter) || longer.endsWith(shorter));
    }

    /** Whether the SKUs differ by one character: another, one more, or two that changed places. */
    boolean isOneTypoFrom(ItemTraits other) {
        return form.length() >= 5 && other.form.length() >= 5 && typos(form, other.form);
    }

    private static boolean typos(String one, String other) {
        int start = 0;
        int shortest = Math.min(one.length(), other.length());
        while (start < shortest && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shortest - start && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        int left = one.length() - start - end;
        int right = other.length() - start - end;
        boolean swapped = left == 2
                && right == 2
                && one.charAt(start) == other.charAt(start + 1)
                && one.charAt(start + 1) == other.charAt(start);
        return swapped || Math.max(left, right) == 1;
    }

    /** The greater price over the smaller; empty where one is not known, is zero, or is of another currency. */
    Optional<BigDecimal> priceRatio(ItemTraits other) {
        Optional<Money> mine = item.price();
        Optional<Money> theirs = other.item.price();
        if (mine.isEmpty()
                || theirs.isEmpty()
                || !mine.get().currency().equals(theirs.get().currency())) {
            return Optional.empty();
        }
        BigDecimal least = mine.get().amount().min(theirs.get().amount());
        BigDecimal most = mine.get().amount().max(theirs.get().amount());
        return least.signum() <= 0 ? Optional.empty() : Optional.of(most.divide(least, MathContext.DECIMAL32));
    }
}
