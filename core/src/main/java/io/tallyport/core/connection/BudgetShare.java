package io.tallyport.core.connection;

import java.time.Duration;
import java.time.Instant;

/**
 * What one holder has out of a budget.
 *
 * @param holder who
 * @param points reserved and, as far as it said, not yet spent
 * @param until when they are void
 * @param seen what all others had certainly spent or given back when the holder last asked, on the budget's own count
 */
public record BudgetShare(String holder, double points, Instant until, double seen) {

    BudgetShare holding(double now) {
        return new BudgetShare(holder, now, until, seen);
    }

    BudgetShare earlier(Duration by) {
        return new BudgetShare(holder, points, until.minus(by), seen);
    }
}
