package io.tallyport.core.inventory;

/**
 * What a read of one location saw.
 *
 * @param levels each item once, as last seen
 * @param complete whether the read proved that it saw every item there is
 */
public record ReadLevels(OrderedLevels levels, boolean complete) {}
