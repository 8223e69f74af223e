package io.tallyport.persistence;

import io.tallyport.core.job.JobDesk;
import io.tallyport.core.job.JobFence;
import io.tallyport.core.job.JobHistory;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.QueueUpkeep;
import io.tallyport.core.job.Schedules;
import io.tallyport.core.job.Workers;

/** The stores of the job queue, by the clock of the database. Costs nothing to make; see {@link Stores}. */
public final class JobStores {

    private final Transactions transactions;
    private final LeaseClock clock;

    JobStores(Transactions transactions, LeaseClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The queue of all processes that use this database, by its clock. */
    public JobQueue queue() {
        return new JooqJobQueue(transactions, clock);
    }

    /** Keeps the queue moving. */
    public QueueUpkeep upkeep() {
        return new JooqQueueUpkeep(transactions, clock);
    }

    /** Tells whether a claim still counts. */
    public JobFence fence() {
        return new JooqJobFence(transactions, clock);
    }

    /** Shows jobs. */
    public JobHistory history() {
        return new JooqJobHistory(transactions, clock);
    }

    /** What a person does with jobs. */
    public JobDesk desk() {
        return new JooqJobDesk(transactions, clock);
    }

    /** Workers of all processes. */
    public Workers workers() {
        return new JooqWorkers(transactions, clock);
    }

    /** What comes again and again. */
    public Schedules schedules() {
        return new JooqSchedules(transactions, clock);
    }
}
