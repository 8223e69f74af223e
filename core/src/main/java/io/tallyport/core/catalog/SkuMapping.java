package io.tallyport.core.catalog;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.RouteId;

/** Two items that are one; it goes before any match by SKU. Unique on either side of a route. */
public record SkuMapping(RouteId route, ExternalId sourceItem, ExternalId targetItem) {}
