package io.tallyport.runtime;

import io.tallyport.core.inventory.schedule.RouteSchedules;
import io.tallyport.core.job.JobBatches;
import io.tallyport.core.job.JobDesk;
import io.tallyport.core.job.JobHistory;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.JobSignal;
import io.tallyport.core.job.JobTypes;
import io.tallyport.core.job.QueueUpkeep;
import io.tallyport.core.job.ScheduleDesk;
import io.tallyport.core.job.Workers;
import jakarta.inject.Inject;

/**
 * What a started Tallyport hands out around the job queue.
 *
 * @param jobs where jobs are enqueued; that wakes the workers of this process once it is committed
 * @param signal wakes them, for who enqueues otherwise
 * @param history shows jobs
 * @param desk changes some jobs
 * @param batches changes all jobs that fit
 * @param types which job types this program knows
 * @param upkeep what workers do from time to time
 * @param workers those of all processes
 * @param staff makes workers
 * @param schedules adds, changes and removes schedules
 * @param routeSchedules the standing consents of routes
 */
public record QueueParts(
        JobQueue jobs,
        JobSignal signal,
        JobHistory history,
        JobDesk desk,
        JobBatches batches,
        JobTypes types,
        QueueUpkeep upkeep,
        Workers workers,
        QueueStaff staff,
        ScheduleDesk schedules,
        RouteSchedules routeSchedules) {

    @Inject
    public QueueParts {}

    /**
     * Wakes the workers of this process: for after the commit of a transaction of one's own in which jobs were enqueued. Without
     * it they find the jobs at their next look, which is up to {@code queue.worker-sleep} later.
     */
    public void wake() {
        signal.fire();
    }
}
