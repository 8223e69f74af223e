package io.tallyport.core.connection;

import java.time.Duration;

/**
 * Points that one holder may spend, and nobody else. All times are from the moment of the answer.
 *
 * @param points how many
 * @param delay how long until they may be spent
 * @param life how long after that they may be spent; what is left then is void, and nobody need be told
 * @param capacity the size of the whole budget, as now known to all
 * @param perSecond its rate, as now known to all
 */
public record BudgetSlice(double points, Duration delay, Duration life, double capacity, double perSecond) {}
