package io.tallyport.core.consignment;

/** Where the goods of a consignment come from and go to. */
public enum ConsignmentKind {
    /** From a supplier to an outlet. */
    SUPPLIER,
    /** From one outlet to another. */
    OUTLET,
    /** From an outlet back to a supplier. */
    RETURN,
    /** Nowhere: the goods of an outlet are counted. Completing one sets stock levels. */
    STOCKTAKE
}
