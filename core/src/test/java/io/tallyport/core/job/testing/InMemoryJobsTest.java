package io.tallyport.core.job.testing;

import io.tallyport.core.job.JobQueueContract;
import io.tallyport.core.job.QueueUnderTest;

final class InMemoryJobsTest implements JobQueueContract {

    private final MemoryQueueUnderTest jobs = new MemoryQueueUnderTest();

    @Override
    public QueueUnderTest subject() {
        return jobs;
    }
}
