package io.tallyport.core.inventory;

/** What every {@link StockAdjuster} keeps to. */
public interface StockAdjusterContract
        extends AdjustContract, AdjustProofContract, AdjustAmidSalesContract, AdjustConservationContract {}
