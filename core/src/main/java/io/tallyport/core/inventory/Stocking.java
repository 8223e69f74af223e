package io.tallyport.core.inventory;

/** Whether an item has a usable stock level at a location. */
public enum Stocking {
    STOCKED,
    /** There is a level, but it is switched off. */
    INACTIVE,
    /** There is no level. */
    NOT_STOCKED
}
