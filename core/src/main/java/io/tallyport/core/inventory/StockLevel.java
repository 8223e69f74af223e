package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.Optional;

/**
 * An item's stock at one location as a platform tells it.
 *
 * @param item the platform's id of the thing that is counted (R-Series: the item; Shopify: the inventory item)
 * @param sku where the platform has one
 * @param title for people
 * @param tracked false where the platform does not count it
 * @param stocking whether there is a usable level; both figures are empty without one
 * @param onHand empty where the platform did not say: a missing figure is not zero
 * @param available empty where the platform did not say
 */
public record StockLevel(
        ExternalId item,
        Optional<Sku> sku,
        String title,
        boolean tracked,
        Stocking stocking,
        Optional<Quantity> onHand,
        Optional<Quantity> available) {

    public Optional<Quantity> figure(StockFigure figure) {
        return figure == StockFigure.ON_HAND ? onHand : available;
    }
}
