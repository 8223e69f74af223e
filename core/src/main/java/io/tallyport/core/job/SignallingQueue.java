package io.tallyport.core.job;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A queue that wakes this process' workers after each enqueue. */
public final class SignallingQueue implements JobQueue {

    private final JobQueue queue;
    private final JobSignal signal;

    public SignallingQueue(JobQueue queue, JobSignal signal) {
        this.queue = queue;
        this.signal = signal;
    }

    @Override
    public List<Enqueued> enqueue(List<NewJob> jobs) {
        List<Enqueued> answers = queue.enqueue(jobs);
        signal.fire();
        return answers;
    }

    @Override
    public List<ClaimedJob> claim(WorkerId worker, Set<String> types, int limit) {
        return queue.claim(worker, types, limit);
    }

    @Override
    public Renewal renew(WorkerId worker, Pulse pulse, Duration lease) {
        return queue.renew(worker, pulse, lease);
    }

    @Override
    public List<Settlement> settle(List<Settlement> settlements) {
        return queue.settle(settlements);
    }
}
