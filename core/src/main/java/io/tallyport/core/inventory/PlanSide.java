package io.tallyport.core.inventory;

/**
 * What is known of one end of a route when a plan is made.
 *
 * @param levels each item once
 * @param complete whether it is proven that these are all items there are
 */
public record PlanSide(OrderedLevels levels, boolean complete) {}
