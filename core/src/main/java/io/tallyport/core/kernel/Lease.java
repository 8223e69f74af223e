package io.tallyport.core.kernel;

import java.time.Instant;

/**
 * The right to be the only one at something for a while.
 *
 * @param name what it is about
 * @param holder who has it
 * @param token grows with each new holder, so that a late holder can be told from the present one
 * @param until when it ends unless renewed, by the store's own clock
 */
public record Lease(String name, String holder, long token, Instant until) {}
