package io.tallyport.core.inventory.validation;

/** What can be compared. */
public enum Check {
    STOCK(false),
    /** Whether each side has what the other has, and sells what the other sells. */
    PRESENCE(true),
    TITLES(true),
    PRICES(true),
    DESCRIPTIONS(true),
    IMAGES(true),
    CATEGORIES(true),
    TAGS(true);

    private final boolean ofProducts;

    Check(boolean ofProducts) {
        this.ofProducts = ofProducts;
    }

    /** Whether it looks at products beside stock levels. */
    boolean isOfProducts() {
        return ofProducts;
    }
}
