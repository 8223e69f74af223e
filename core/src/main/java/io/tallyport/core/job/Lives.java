package io.tallyport.core.job;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The names under which a worker holds jobs, mostly one. When the answer to a claim is lost, the storage may have given jobs
 * that the worker does not know of, and its heartbeat would keep them for ever. So it claims under a new name then; the old
 * one leaves when all that it knows of is settled, and what is left is taken back.
 */
final class Lives {

    private final Workers workers;
    private final WorkerInfo info;
    private final Duration lease;
    private final List<Life> all = new CopyOnWriteArrayList<>();
    private volatile @Nullable Life current;

    Lives(Workers workers, WorkerInfo info, Duration lease) {
        this.workers = workers;
        this.info = info;
        this.lease = lease;
    }

    /** The one to claim under. Only the claiming thread asks. */
    Life current() {
        Life life = current;
        if (life == null || life.isAbandoned()) {
            long asked = System.nanoTime();
            life = new Life(workers.join(info, lease), lease, asked);
            all.add(life);
            current = life;
        }
        return life;
    }

    List<Life> all() {
        return all;
    }

    /** How many claims are not settled. */
    int open() {
        return all.stream().filter(life -> !life.isLost()).mapToInt(Life::open).sum();
    }

    /** Says that nothing is held under an abandoned name any more. */
    void leave(Life life) {
        workers.leave(life.id);
        all.remove(life);
    }

    /** Leaves for good. A name under which a handler still runs is left to its lease, so that nobody starts beside it. */
    void leaveAll() {
        for (Life life : all) {
            if (life.open() <= 0 || life.isLost()) {
                leave(life);
            }
        }
    }
}
