package io.tallyport.runtime;

import io.tallyport.core.history.ApiLog;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.history.RunStore;
import io.tallyport.core.history.SyncLog;
import io.tallyport.core.inventory.PruneHistory;
import jakarta.inject.Inject;

/**
 * What a started Tallyport hands out about what has been done.
 *
 * @param runs each run, from its start to its end
 * @param syncLog what became of each row
 * @param audit who did what
 * @param apiLog remote calls
 * @param prune removes what is past its time
 */
public record HistoryParts(RunStore runs, SyncLog syncLog, AuditTrail audit, ApiLog apiLog, PruneHistory prune) {

    @Inject
    public HistoryParts {}
}
