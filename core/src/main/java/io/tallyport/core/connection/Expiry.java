package io.tallyport.core.connection;

import java.time.Instant;

/**
 * Something of a connection that ends by itself.
 *
 * @param what in words, such as {@code API version 2026-07}
 * @param at from when on it cannot be relied upon
 * @param mend what a person does about it, a command where there is one
 */
public record Expiry(String what, Instant at, String mend) {}
