package io.tallyport.lightspeed.rseries;

import io.tallyport.remote.CurrencyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of an item counts as what customers are shown, as a connection's options say.
 *
 * @param currency of all prices, which the platform does not tell with them; empty: no prices are read
 * @param priceUse which of an item's prices counts, by its name
 * @param description where its description stands
 */
record ShownOptions(Optional<Currency> currency, String priceUse, DescriptionFrom description) {

    static final String PRICE_USE = "price-use";
    static final String DESCRIPTION_FROM = "description-from";
    static final List<String> NAMES = List.of(CurrencyOption.NAME, PRICE_USE, DESCRIPTION_FROM);

    /** Where an item's description may stand; its field of that name is its title. */
    enum DescriptionFrom {
        ECOMMERCE("ItemECommerce"),
        NOTE("Note"),
        NONE("");

        private final String relation;

        DescriptionFrom(String relation) {
            this.relation = relation;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException for a value that an option cannot have
     */
    static ShownOptions from(Map<String, String> options) {
        String use = options.getOrDefault(PRICE_USE, "Default").strip();
        if (use.isEmpty()) {
            throw new IllegalArgumentException(
                    "option " + PRICE_USE + " is the name of a price, such as Default, MSRP or Online");
        }
        return new ShownOptions(CurrencyOption.from(options), use, descriptionFrom(options));
    }

    private static DescriptionFrom descriptionFrom(Map<String, String> options) {
        String wanted = options.getOrDefault(DESCRIPTION_FROM, DescriptionFrom.ECOMMERCE.word());
        return Arrays.stream(DescriptionFrom.values())
                .filter(each -> each.word().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("option " + DESCRIPTION_FROM + " is "
                        + Arrays.stream(DescriptionFrom.values())
                                .map(DescriptionFrom::word)
                                .collect(Collectors.joining(" or "))
                        + ", got \"" + wanted + "\""));
    }

    /** What to load with an item. */
    List<String> relations() {
        List<String> relations = new ArrayList<>(List.of("Category", "ItemAttributes", "Images", "Tags"));
        if (description != DescriptionFrom.NONE) {
            relations.add(description.relation);
        }
        return relations;
    }
}
