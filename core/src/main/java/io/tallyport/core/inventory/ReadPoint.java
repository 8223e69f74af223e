package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Cursor;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a read of a location has come.
 *
 * @param next where it goes on; empty when its last page has been read
 * @param total how many items the last page said there are; empty before it, and where the platform cannot say
 * @param mark what the last page said; empty before it
 */
public record ReadPoint(Optional<Cursor> next, OptionalLong total, Optional<Watermark> mark) {}
