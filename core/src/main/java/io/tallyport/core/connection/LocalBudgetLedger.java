package io.tallyport.core.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A ledger for one process alone: for those who embed an adapter without a database. */
public final class LocalBudgetLedger implements BudgetLedger {

    private final Clock clock;
    private final Map<BudgetKey, Budget> budgets = new ConcurrentHashMap<>();

    public LocalBudgetLedger(Clock clock) {
        this.clock = clock;
    }

    @Override
    public BudgetSlice reserve(BudgetKey key, BudgetReading initial, BudgetReport report, double points) {
        return budgets.computeIfAbsent(key, absent -> new Budget(BudgetState.starting(initial, clock.instant())))
                .reserve(report, points, clock.instant());
    }

    @Override
    public void report(BudgetKey key, BudgetReport report) {
        Budget budget = budgets.get(key);
        if (budget != null) {
            budget.report(report, clock.instant());
        }
    }

    @Override
    public void pause(BudgetKey key, Duration length) {
        Budget budget = budgets.get(key);
        if (budget != null) {
            budget.pause(length, clock.instant());
        }
    }

    private static final class Budget {

        private BudgetState state;

        private Budget(BudgetState state) {
            this.state = state;
        }

        private synchronized BudgetSlice reserve(BudgetReport report, double points, Instant now) {
            BudgetState.Granted granted = state.reserve(report, points, now);
            state = granted.state();
            return granted.slice();
        }

        private synchronized void report(BudgetReport report, Instant now) {
            state = state.report(report, now);
        }

        private synchronized void pause(Duration length, Instant now) {
            state = state.pause(length, now);
        }
    }
}
