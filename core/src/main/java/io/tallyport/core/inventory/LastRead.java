package io.tallyport.core.inventory;

import java.time.Instant;

/**
 * What the last complete read of a location saw.
 *
 * @param rows distinct items
 * @param watermark the platform's own time at its start
 * @param at when it ended
 */
public record LastRead(long rows, Watermark watermark, Instant at) {}
