package io.tallyport.core.job;

import io.tallyport.core.kernel.UnitOfWork;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A queue that wakes this process' workers after each enqueue, inside a unit of work when that has been committed. */
public final class SignallingQueue implements JobQueue {

    private final JobQueue queue;
    private final Consumer<Runnable> afterCommit;
    private final Runnable wake;

    /** Wakes them at once, also inside a unit of work. */
    public SignallingQueue(JobQueue queue, JobSignal signal) {
        this(queue, signal, Runnable::run);
    }

    /** Wakes them when what was enqueued can be claimed. */
    public SignallingQueue(JobQueue queue, JobSignal signal, UnitOfWork unitOfWork) {
        this(queue, signal, unitOfWork::afterCommit);
    }

    private SignallingQueue(JobQueue queue, JobSignal signal, Consumer<Runnable> afterCommit) {
        this.queue = queue;
        this.afterCommit = afterCommit;
        this.wake = signal::fire;
    }

    @Override
    public List<Enqueued> enqueue(List<NewJob> jobs) {
        List<Enqueued> answers = queue.enqueue(jobs);
        afterCommit.accept(wake);
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
