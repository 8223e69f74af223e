package io.tallyport.lightspeed.rseries;

import org.jspecify.annotations.Nullable;

/**
 * What stands beside the rows.
 *
 * @param next the URL of the next page, "" on the last
 * @param count the total, only where {@code count=1} was asked
 */
record AttributesWire(@Nullable String next, @Nullable String count) {}
