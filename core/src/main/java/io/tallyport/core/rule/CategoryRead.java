package io.tallyport.core.rule;

import java.time.Instant;

/**
 * A read of a connection's products that came to its end.
 *
 * @param number counts the reads, from 1
 * @param changes counts the reads that changed a category: what rests on categories rests on this
 * @param basis what the connection was
 */
public record CategoryRead(long number, long changes, String basis, Instant at) {}
