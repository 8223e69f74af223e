package io.tallyport.core.job.testing;

import io.tallyport.core.job.JobDesk;
import io.tallyport.core.job.JobFence;
import io.tallyport.core.job.JobHistory;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.QueueScenes;
import io.tallyport.core.job.QueueUnderTest;
import io.tallyport.core.job.QueueUpkeep;
import io.tallyport.core.job.Schedules;
import io.tallyport.core.job.Workers;
import io.tallyport.core.kernel.SettableClock;

/** The queue in memory as the kit wants it. */
public final class MemoryQueueUnderTest implements QueueUnderTest {

    private final SettableClock clock = new SettableClock(QueueScenes.START);
    private final InMemoryJobs jobs = new InMemoryJobs(clock);

    @Override
    public JobQueue queue() {
        return jobs.queue();
    }

    @Override
    public QueueUpkeep upkeep() {
        return jobs.upkeep();
    }

    @Override
    public JobHistory history() {
        return jobs.history();
    }

    @Override
    public JobDesk desk() {
        return jobs.desk();
    }

    @Override
    public Workers workers() {
        return jobs.workers();
    }

    @Override
    public Schedules schedules() {
        return jobs.schedules();
    }

    @Override
    public JobFence fence() {
        return jobs.fence();
    }

    @Override
    public SettableClock clock() {
        return clock;
    }

    @Override
    public QueueUnderTest another() {
        return this;
    }
}
