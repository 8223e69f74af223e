package io.tallyport.persistence;

import io.tallyport.core.history.ApiLog;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.history.RunStore;
import io.tallyport.core.history.SyncLog;
import io.tallyport.core.inventory.PastStore;

/** The stores of what has been done. Costs nothing to make; see {@link Stores}. */
public final class HistoryStores {

    private final Transactions transactions;

    HistoryStores(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Runs. */
    public RunStore runs() {
        return new JooqRunStore(transactions);
    }

    /** What became of each row. */
    public SyncLog syncLog() {
        return new JooqSyncLog(transactions);
    }

    /** Who did what. */
    public AuditTrail auditTrail() {
        return new JooqAuditTrail(transactions);
    }

    /** Remote calls. */
    public ApiLog apiLog() {
        return new JooqApiLog(transactions);
    }

    /** Counts and removes what is past. */
    public PastStore past() {
        return new JooqPastStore(transactions);
    }
}
