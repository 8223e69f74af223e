package io.tallyport.core.consignment;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.Optional;

/**
 * One product of a consignment as the platform has it; a product stands in one line.
 *
 * @param product the platform's id of the item, as in {@code Variant.item()}
 * @param ordered how many were ordered; for a count, how many are expected
 * @param received how many have come, or were counted; empty where nothing has been entered yet, which is not zero
 * @param cost of one unit; empty where none was given
 */
public record ConsignmentLine(
        ExternalId product, Quantity ordered, Optional<Quantity> received, Optional<UnitCost> cost) {

    /** How many have come; none where nothing has been entered. */
    public Quantity receivedOrNone() {
        return received.orElse(Quantity.ZERO);
    }
}
