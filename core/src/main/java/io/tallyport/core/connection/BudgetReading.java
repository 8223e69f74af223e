package io.tallyport.core.connection;

/**
 * What a platform says about a budget at one moment, in whatever points it counts.
 *
 * @param capacity what can be spent at once when nothing was spent for long
 * @param available what can be spent now; may be negative
 * @param perSecond what comes back in a second; a value that is not positive means that the platform did not say
 */
public record BudgetReading(double capacity, double available, double perSecond) {}
