package io.tallyport.core.inventory.validation;

/** What can be off about a row. */
public enum Flaw {
    QUANTITY(Check.STOCK, "the shop's figure is not what the POS figure makes it"),
    QUANTITY_UNKNOWN(Check.STOCK, "one side does not tell a figure that can be compared"),
    MISSING_IN_SHOP(Check.PRESENCE, "the POS sells it, the shop does not have it"),
    NOT_FOR_SALE(Check.PRESENCE, "the POS sells it, in the shop it is hidden or archived"),
    STILL_SOLD(Check.PRESENCE, "discontinued at the POS, the shop still sells it"),
    ONLY_IN_SHOP(Check.PRESENCE, "the shop has it, the POS does not"),
    NOWHERE(Check.PRESENCE, "neither side has anything with this SKU"),
    DUPLICATE_SKU(Check.PRESENCE, "the SKU stands for several items on one side"),
    NO_SKU(Check.PRESENCE, "it has no SKU, so it cannot be matched"),
    BROKEN_MAPPING(Check.PRESENCE, "a mapping names an item that is not there any more"),
    NOT_PROVEN(Check.PRESENCE, "a read could not prove that it saw everything, so nothing is said of this"),
    TITLE(Check.TITLES, "the titles differ"),
    PRICE(Check.PRICES, "the prices differ by more than the tolerance"),
    CURRENCY(Check.PRICES, "the prices are in different currencies and were not compared"),
    DESCRIPTION(Check.DESCRIPTIONS, "the descriptions differ in their text"),
    IMAGES(Check.IMAGES, "the shop shows fewer images"),
    CATEGORY(Check.CATEGORIES, "the categories differ"),
    TAGS(Check.TAGS, "the shop lacks tags");

    private final Check check;
    private final String meaning;

    Flaw(Check check, String meaning) {
        this.check = check;
        this.meaning = meaning;
    }

    /** What finds it. */
    public Check check() {
        return check;
    }

    /** In words, for a person. */
    public String meaning() {
        return meaning;
    }
}
