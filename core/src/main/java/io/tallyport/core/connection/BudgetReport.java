package io.tallyport.core.connection;

import java.time.Duration;
import java.util.Optional;

/**
 * What one holder of slices knows.
 *
 * @param holder who it is, unique over all processes
 * @param holding the points it has reserved and not seen the end of: unspent ones, and those of calls underway
 * @param returned points it had reserved and will not spend; told once
 * @param reading what the platform last said to it; empty when nothing new
 * @param age how long ago that was
 */
public record BudgetReport(
        String holder, double holding, double returned, Optional<BudgetReading> reading, Duration age) {

    /** Nothing held, nothing heard. */
    public static BudgetReport nothing(String holder) {
        return new BudgetReport(holder, 0, 0, Optional.empty(), Duration.ZERO);
    }

    public BudgetReport holding(double points) {
        return new BudgetReport(holder, points, returned, reading, age);
    }

    public BudgetReport returning(double points) {
        return new BudgetReport(holder, holding, points, reading, age);
    }

    public BudgetReport told(BudgetReading told, Duration ago) {
        return new BudgetReport(holder, holding, returned, Optional.of(told), ago);
    }
}
