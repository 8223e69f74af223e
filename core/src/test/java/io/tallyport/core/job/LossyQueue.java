package io.tallyport.core.job;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** A queue over a bad line: some calls fail before they are made, of others the answer is lost. */
final class LossyQueue implements JobQueue {

    private static final int IN_A_HUNDRED = 6;

    private final JobQueue queue;
    private final Random random;

    LossyQueue(JobQueue queue, Random random) {
        this.queue = queue;
        this.random = random;
    }

    private <T> T call(String operation, Supplier<T> call) {
        int dice = random.nextInt(100);
        if (dice < IN_A_HUNDRED) {
            throw new PortException.Transient(FailureContext.of(operation), "the line was cut before", null);
        }
        T answer = call.get();
        if (dice >= 100 - IN_A_HUNDRED) {
            throw new PortException.UnknownOutcome(FailureContext.of(operation), "the line was cut after", null);
        }
        return answer;
    }

    @Override
    public List<Enqueued> enqueue(List<NewJob> jobs) {
        return call("enqueue", () -> queue.enqueue(jobs));
    }

    @Override
    public List<ClaimedJob> claim(WorkerId worker, Set<String> types, int limit) {
        return call("claim", () -> queue.claim(worker, types, limit));
    }

    @Override
    public Renewal renew(WorkerId worker, Pulse pulse, Duration lease) {
        return call("renew", () -> queue.renew(worker, pulse, lease));
    }

    @Override
    public List<Settlement> settle(List<Settlement> settlements) {
        return call("settle", () -> queue.settle(settlements));
    }
}
