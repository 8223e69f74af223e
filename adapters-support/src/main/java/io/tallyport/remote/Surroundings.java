package io.tallyport.remote;

import io.tallyport.core.connection.BudgetKey;
import io.tallyport.core.connection.BudgetLedger;
import io.tallyport.core.connection.CallGate;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.LocalBudgetLedger;
import io.tallyport.core.history.ApiLog;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * What calls need of the program around them.
 *
 * @param gate asked immediately before each sending
 * @param log where each sending is recorded
 * @param jitter from 0 up to, not including, 1
 * @param budgets where the rate budgets are kept, and so with whom they are shared
 */
public record Surroundings(
        CallGate gate, ApiLog log, Clock clock, Sleeper sleeper, DoubleSupplier jitter, BudgetLedger budgets) {

    /** With random jitter, and budgets of this process alone. */
    public static Surroundings of(CallGate gate, ApiLog log, Clock clock, Sleeper sleeper) {
        return new Surroundings(
                gate,
                log,
                clock,
                sleeper,
                () -> ThreadLocalRandom.current().nextDouble(),
                new LocalBudgetLedger(clock));
    }

    /** With budgets shared by all who use that ledger. */
    public Surroundings sharing(BudgetLedger ledger) {
        return new Surroundings(gate, log, clock, sleeper, jitter, ledger);
    }

    /** A connection's part of its account's budget; {@code initial} counts until the platform says more. */
    public RateBudget budget(Connection connection, BucketReading initial) {
        return budget(BudgetKey.of(connection), initial);
    }

    /** A part of the budget that {@code key} names. */
    public RateBudget budget(BudgetKey key, BucketReading initial) {
        return new SharedBudget(key, initial, this);
    }

    /** A connection's part of its account's budget of {@code capacity} calls a window, until the platform says more. */
    public RateBudget windowBudget(Connection connection, double capacity, Duration window) {
        BucketReading evenly = new BucketReading(capacity, capacity, capacity / window.toSeconds());
        return new WindowBudget(budget(connection, evenly), capacity, window, clock, sleeper, jitter);
    }
}
