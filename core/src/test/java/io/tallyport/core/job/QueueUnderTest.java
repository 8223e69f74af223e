package io.tallyport.core.job;

import io.tallyport.core.kernel.SettableClock;

/** All ports of one storage of jobs, empty at first, as one process sees them. */
public interface QueueUnderTest {

    JobQueue queue();

    QueueUpkeep upkeep();

    JobHistory history();

    JobDesk desk();

    Workers workers();

    Schedules schedules();

    JobFence fence();

    /** The storage's clock; set to {@link QueueScenes#START} before each test. */
    SettableClock clock();

    /** What another process sees of the same storage; the clock is the same. */
    QueueUnderTest another();
}
