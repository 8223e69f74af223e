package io.tallyport.core.job.testing;

import io.tallyport.core.job.JobDesk;
import io.tallyport.core.job.JobFence;
import io.tallyport.core.job.JobHistory;
import io.tallyport.core.job.JobPorts;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.QueueUpkeep;
import io.tallyport.core.job.Schedules;
import io.tallyport.core.job.Workers;
import java.time.Clock;

/**
 * The queue in memory, by the clock given: for tests, since it is gone with the process and joins no unit of work. In all
 * else it keeps to the contract of the ports. Thread-safe.
 */
public final class InMemoryJobs {

    private final MemoryQueue queue;
    private final MemoryHistory history;
    private final MemoryDesk desk;
    private final MemoryWorkers workers;
    private final MemorySchedules schedules;

    public InMemoryJobs(Clock clock) {
        JobTable table = new JobTable(clock);
        Family family = new Family(table);
        workers = new MemoryWorkers(table);
        queue = new MemoryQueue(table, family, workers);
        history = new MemoryHistory(table, workers);
        desk = new MemoryDesk(table, family);
        schedules = new MemorySchedules(table, queue);
    }

    public JobQueue queue() {
        return queue;
    }

    public QueueUpkeep upkeep() {
        return queue;
    }

    public JobFence fence() {
        return queue;
    }

    /** What a worker needs of it. */
    public JobPorts ports() {
        return new JobPorts(queue, queue, workers, queue);
    }

    public JobHistory history() {
        return history;
    }

    public JobDesk desk() {
        return desk;
    }

    public Workers workers() {
        return workers;
    }

    public Schedules schedules() {
        return schedules;
    }
}
