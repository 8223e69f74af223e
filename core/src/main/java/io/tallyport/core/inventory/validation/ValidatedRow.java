package io.tallyport.core.inventory.validation;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One item, or two that are one, as both sides have it.
 *
 * @param sku what people call it: the SKU, or the item's id where it has none
 * @param source the source's figure as read
 * @param target the target's figure as read
 * @param difference without sign, between the target's figure and what the route's policy makes of the source's; empty
 *     where they cannot be compared
 * @param rank its place in the list of what sells best, from 1; empty where it is not on it
 * @param flaws none where nothing is off
 */
public record ValidatedRow(
        String sku,
        String title,
        Optional<ExternalId> sourceItem,
        Optional<ExternalId> targetItem,
        Optional<Quantity> source,
        Optional<Quantity> target,
        Optional<Quantity> difference,
        OptionalInt rank,
        List<FoundFlaw> flaws) {

    public ValidatedRow {
        flaws = List.copyOf(flaws);
    }

    /** Whether somebody should look at it. */
    public boolean isOff() {
        return !flaws.isEmpty();
    }
}
