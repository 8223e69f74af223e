package io.tallyport.core.consignment;

import io.tallyport.core.kernel.ExternalId;

/**
 * Somebody who sells to the account, as the platform knows them.
 *
 * @param id the platform's, as {@link NewConsignment#supplier()} takes it
 * @param name need not be the only one of that name
 */
public record Supplier(ExternalId id, String name) {}
