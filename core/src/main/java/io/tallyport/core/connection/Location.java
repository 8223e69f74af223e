package io.tallyport.core.connection;

import io.tallyport.core.kernel.ExternalId;

/**
 * A place that holds stock at a connection: a shop, an outlet, a warehouse.
 *
 * @param id the platform's id
 * @param name as the platform shows it
 * @param active false where it is closed or archived
 */
public record Location(ExternalId id, String name, boolean active) {}
