package io.tallyport.core.catalog.mapping;

/** A reason to take two items for one, or not to. */
public enum Clue {
    SAME_BARCODE("same barcode, on no other item"),
    SHARED_BARCODE("same barcode, on several items"),
    SAME_SKU_FORM("same SKU, written differently"),
    SHARED_SKU_FORM("same SKU, written differently, on several items"),
    SKU_WITHIN("one SKU is the other with a part before or behind it"),
    SKU_TYPO("SKUs differ by one character"),
    TITLE("titles and options alike"),
    SAME_PRICE("same price"),
    NEAR_PRICE("nearly the same price"),
    SAME_CATEGORY("same category"),
    OTHER_BARCODE("against it: different barcodes"),
    OTHER_OPTIONS("against it: a size, number or option differs"),
    OTHER_PRICE("against it: prices are far apart");

    private final String meaning;

    Clue(String meaning) {
        this.meaning = meaning;
    }

    /** What it says, for people. */
    public String meaning() {
        return meaning;
    }

    /** Whether it speaks against the pair. */
    public boolean isAgainst() {
        return compareTo(OTHER_BARCODE) >= 0;
    }
}
