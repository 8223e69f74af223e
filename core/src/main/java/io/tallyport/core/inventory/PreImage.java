package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;

/**
 * What a level was right before a write, as the compare-and-set required it: what an undo needs.
 *
 * @param intent the write
 * @param key what people call the item
 * @param before whole units
 * @param after whole units
 */
public record PreImage(String intent, String key, ExternalId item, StockFigure figure, long before, long after) {}
