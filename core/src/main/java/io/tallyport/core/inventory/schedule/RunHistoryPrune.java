package io.tallyport.core.inventory.schedule;

import io.tallyport.core.inventory.PruneHistory;
import io.tallyport.core.job.JobContext;
import io.tallyport.core.job.JobHandler;
import io.tallyport.core.job.Nothing;
import io.tallyport.core.job.Outcome;
import java.util.Optional;

/** Removes, as a job, what is past its time by the retention that is set. */
public final class RunHistoryPrune implements JobHandler<Nothing> {

    /** The job type's name. */
    public static final String TYPE = "history-prune";

    private final PruneHistory pruneHistory;

    public RunHistoryPrune(PruneHistory pruneHistory) {
        this.pruneHistory = pruneHistory;
    }

    @Override
    public Outcome handle(Nothing payload, JobContext context) {
        PruneHistory.Result result =
                pruneHistory.prune(new PruneHistory.Request(Optional.empty(), false, RunStockCycle.ACTOR));
        long rows = result.counts().values().stream().mapToLong(Long::longValue).sum();
        return Outcome.done("removed " + rows + " rows and " + result.files() + " plan files");
    }
}
