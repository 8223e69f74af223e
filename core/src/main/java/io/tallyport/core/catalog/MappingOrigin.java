package io.tallyport.core.catalog;

/** Who said that two items are one, the strongest word first. */
public enum MappingOrigin {
    /** A person, by hand or with a file. */
    PERSON,
    /** One platform keeps the other's id of the item. */
    EXTERNAL_ID,
    /** Both bear the same barcode, and no other item of either side does. */
    BARCODE;

    /** Whether this word takes the place of that one. */
    public boolean outranks(MappingOrigin other) {
        return compareTo(other) < 0;
    }
}
