package io.tallyport.core.inventory;

/**
 * A point in a platform's own time, from which changes can be asked for.
 *
 * @param value opaque, storable
 */
public record Watermark(String value) {}
