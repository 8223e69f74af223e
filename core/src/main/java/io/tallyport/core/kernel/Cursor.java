package io.tallyport.core.kernel;

/**
 * Where the next page of a read begins: opaque, storable, and only good for the read that gave it.
 *
 * @param value what the source gave
 */
public record Cursor(String value) {}
