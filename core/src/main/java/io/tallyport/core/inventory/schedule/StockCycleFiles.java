package io.tallyport.core.inventory.schedule;

import io.tallyport.core.job.JobId;
import java.nio.file.Path;

/** Where the plans of cycles go. Thread-safe. */
public interface StockCycleFiles {

    /**
     * A free name for the plan of a try.
     *
     * @param attempt which try of the job it is
     */
    Path next(JobId job, int attempt);

    /** Deletes a plan that says nothing; nothing happens when there is none. */
    void discard(Path file);
}
