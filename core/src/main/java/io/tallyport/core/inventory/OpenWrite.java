package io.tallyport.core.inventory;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;

/**
 * A level that a merge has begun to write, while it is not known what became of it.
 *
 * @param at where
 * @param item the item there
 * @param route whose merge it is
 * @param targetItem names the pair: the item at the route's target
 * @param intent the write
 */
public record OpenWrite(LocationRef at, ExternalId item, RouteId route, ExternalId targetItem, String intent) {}
