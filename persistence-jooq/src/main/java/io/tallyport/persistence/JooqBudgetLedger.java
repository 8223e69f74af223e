package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.RATE_BUDGETS;

import io.tallyport.core.connection.BudgetKey;
import io.tallyport.core.connection.BudgetLedger;
import io.tallyport.core.connection.BudgetReading;
import io.tallyport.core.connection.BudgetReport;
import io.tallyport.core.connection.BudgetSlice;
import io.tallyport.core.connection.BudgetState;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.persistence.schema.tables.records.RateBudgetsRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jooq.DSLContext;

/**
 * Budgets as rows, one for each key. The new figures are reckoned here and stored by an UPDATE that is guarded by the
 * version they were reckoned from: its row count says whether somebody else was first, and then it is reckoned again.
 */
final class JooqBudgetLedger implements BudgetLedger {

    private static final int TRIES = 200;

    private final Transactions transactions;
    private final LeaseClock clock;

    JooqBudgetLedger(Transactions transactions, LeaseClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A budget after a change, and the slice that was taken from it, if any. */
    private record Next(BudgetState state, Optional<BudgetSlice> slice) {

        private static Next of(BudgetState state) {
            return new Next(state, Optional.empty());
        }

        private static Next of(BudgetState.Granted granted) {
            return new Next(granted.state(), Optional.of(granted.slice()));
        }
    }

    @Override
    public BudgetSlice reserve(BudgetKey key, BudgetReading initial, BudgetReport report, double points) {
        return change(
                        "reserve budget",
                        key,
                        Optional.of(initial),
                        (state, now) -> Next.of(state.reserve(report, points, now)))
                .orElseThrow();
    }

    @Override
    public void report(BudgetKey key, BudgetReport report) {
        change("report budget", key, Optional.empty(), (state, now) -> Next.of(state.report(report, now)));
    }

    @Override
    public void pause(BudgetKey key, Duration length) {
        change("pause budget", key, Optional.empty(), (state, now) -> Next.of(state.pause(length, now)));
    }

    private Optional<BudgetSlice> change(
            String operation,
            BudgetKey key,
            Optional<BudgetReading> initial,
            BiFunction<BudgetState, Instant, Next> change) {
        try {
            return transactions.apart(operation, sql -> change(sql, key, initial, change));
        } catch (PortException.UnknownOutcome lost) {
            // Whatever was reserved is void in a second; no call was sent, and none has an unknown outcome.
            throw new PortException.Transient(lost.context(), String.valueOf(lost.getMessage()), lost);
        }
    }

    private Optional<BudgetSlice> change(
            DSLContext sql,
            BudgetKey key,
            Optional<BudgetReading> initial,
            BiFunction<BudgetState, Instant, Next> change) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Instant now = clock.now(sql).truncatedTo(ChronoUnit.MICROS);
            Optional<RateBudgetsRecord> found = find(sql, key);
            if (found.isPresent()) {
                Next next = change.apply(BudgetRows.state(found.get()), now);
                if (store(sql, key, found.get().getVersion(), next.state())) {
                    return next.slice();
                }
            } else if (initial.isPresent()) {
                add(sql, key, BudgetState.starting(initial.get(), now));
            } else {
                return Optional.empty();
            }
        }
        throw new PortException.Transient(
                FailureContext.of("change budget"), "the database was busy with the budget of " + key, null);
    }

    private static Optional<RateBudgetsRecord> find(DSLContext sql, BudgetKey key) {
        return sql.selectFrom(RATE_BUDGETS)
                .where(RATE_BUDGETS.BUDGET_KEY.eq(key.value()))
                .fetchOptional();
    }

    private static boolean store(DSLContext sql, BudgetKey key, long version, BudgetState next) {
        return sql.update(RATE_BUDGETS)
                        .set(BudgetRows.row(next))
                        .set(RATE_BUDGETS.VERSION, version + 1)
                        .where(RATE_BUDGETS.BUDGET_KEY.eq(key.value()))
                        .and(RATE_BUDGETS.VERSION.eq(version))
                        .execute()
                == 1;
    }

    /** Whoever was first with the same key is found by the next try. */
    private static void add(DSLContext sql, BudgetKey key, BudgetState first) {
        RateBudgetsRecord row = BudgetRows.row(first);
        row.setBudgetKey(key.value());
        row.setVersion(1L);
        Upserts.add(sql.insertInto(RATE_BUDGETS).set(row));
    }
}
