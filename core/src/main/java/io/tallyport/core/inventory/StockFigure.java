package io.tallyport.core.inventory;

/** Which of the figures that a platform keeps is meant. */
public enum StockFigure {
    /** Units in the building, committed ones included. */
    ON_HAND,
    /** Units that can still be sold: on hand less what is committed. */
    AVAILABLE
}
