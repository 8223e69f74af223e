package io.tallyport.core.catalog.mapping;

/** What can be wrong between two catalogues, the more urgent first. */
public enum MismatchKind {
    MAPPED_GONE(
            "mapped, and not there any more",
            "remove the mapping with: tallyport sku map remove ROUTE ITEM, or map its heir"),
    MAPPED_REPLACED(
            "mapped, and merged into or replaced by another item",
            "map the other item in its place: tallyport sku map remove ROUTE ITEM, then: tallyport sku confirm ROUTE"
                    + " SOURCE TARGET"),
    MAPPED_ARCHIVED("mapped, and archived since", "archive the other side's item as well, or remove the mapping"),
    DUPLICATE_SKU(
            "one SKU on several items of one side; a plan leaves them alone",
            "give each item its own SKU, or map the right one by its id: tallyport sku confirm ROUTE id:ITEM id:ITEM"),
    DUPLICATE_BARCODE(
            "one EAN or UPC on several items of one side; R-Series refuses to store such an item",
            "correct the barcode of the items that it does not belong to"),
    SKU_FORMAT(
            "the same SKU, written differently",
            "write it the same on both sides, or confirm that they are one: tallyport sku confirm ROUTE SOURCE TARGET"),
    BARCODE_OTHER_SKU(
            "the same barcode with different SKUs",
            "confirm that they are one: tallyport sku confirm ROUTE SOURCE TARGET, or correct the barcode"),
    COUNTERPART_ARCHIVED(
            "on sale on one side, archived on the other", "bring the archived item back, or archive this one as well"),
    NO_SKU(
            "no SKU, so nothing can be matched by it",
            "give it a SKU, or look for its counterpart with: tallyport sku suggest ROUTE"),
    ONLY_AT_SOURCE(
            "only at the source",
            "look for its counterpart with: tallyport sku suggest ROUTE, or create it at the target"),
    ONLY_AT_TARGET(
            "only at the target",
            "look for its counterpart with: tallyport sku suggest ROUTE; leave it where the shop alone sells it");

    private final String meaning;
    private final String mend;

    MismatchKind(String meaning, String mend) {
        this.meaning = meaning;
        this.mend = mend;
    }

    /** What it is, for people. */
    public String meaning() {
        return meaning;
    }

    /** What to do about it. */
    public String mend() {
        return mend;
    }
}
