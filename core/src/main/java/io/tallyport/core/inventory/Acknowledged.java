package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.time.Instant;

/**
 * The figure at which source and target of a route were last known to agree.
 *
 * @param targetItem the target's item
 * @param quantity in whole units
 */
public record Acknowledged(ExternalId targetItem, Quantity quantity, Instant at) {}
