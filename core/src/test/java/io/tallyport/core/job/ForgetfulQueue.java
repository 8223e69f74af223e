package io.tallyport.core.job;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A queue of which the first answer to a settlement is lost. */
final class ForgetfulQueue implements JobQueue {

    private final JobQueue queue;
    private final AtomicBoolean lost = new AtomicBoolean();

    ForgetfulQueue(JobQueue queue) {
        this.queue = queue;
    }

    @Override
    public List<Enqueued> enqueue(List<NewJob> jobs) {
        return queue.enqueue(jobs);
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
        List<Settlement> answer = queue.settle(settlements);
        if (!lost.getAndSet(true)) {
            throw new PortException.UnknownOutcome(FailureContext.of("settle"), "the answer is lost", null);
        }
        return answer;
    }
}
