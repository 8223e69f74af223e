package io.tallyport.core.job;

import java.time.Duration;

/**
 * Removes, as a job, jobs that ended long ago and workers that have not been seen since; in small transactions.
 *
 * <p>Never one that waits or runs, never a dead one that nobody has taken note of.
 */
public final class PruneJobs implements JobHandler<Nothing> {

    /** The job type's name. */
    public static final String TYPE = "queue-prune";

    private static final int BATCH = 1000;

    private final JobDesk desk;
    private final Workers workers;
    private final Duration age;

    /** Prunes what ended at least so long ago. */
    public PruneJobs(JobDesk desk, Workers workers, Duration age) {
        this.desk = desk;
        this.workers = workers;
        this.age = age;
    }

    @Override
    public Outcome handle(Nothing payload, JobContext context) {
        long removed = 0;
        long batch;
        do {
            batch = desk.prune(age, BATCH);
            removed += batch;
            context.progress(removed, 0, "removing");
        } while (batch > 0 && !context.shouldStop());
        int forgotten = workers.forget(age);
        return Outcome.done("removed " + removed + " jobs and " + forgotten + " workers");
    }
}
