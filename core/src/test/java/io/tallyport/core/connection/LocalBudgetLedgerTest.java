package io.tallyport.core.connection;

import io.tallyport.core.kernel.SettableClock;

final class LocalBudgetLedgerTest implements BudgetLedgerContract {

    private final SettableClock clock = new SettableClock(START);
    private final BudgetLedger ledger = new LocalBudgetLedger(clock);

    @Override
    public BudgetLedger subject() {
        return ledger;
    }

    @Override
    public BudgetLedger another() {
        return ledger;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
