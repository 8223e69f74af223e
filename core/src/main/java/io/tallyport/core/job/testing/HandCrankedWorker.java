package io.tallyport.core.job.testing;

import io.tallyport.core.job.ClaimedJob;
import io.tallyport.core.job.JobContext;
import io.tallyport.core.job.JobFence;
import io.tallyport.core.job.JobHandlers;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobPorts;
import io.tallyport.core.job.JobProgress;
import io.tallyport.core.job.JobTry;
import io.tallyport.core.job.Pulse;
import io.tallyport.core.job.Settlement;
import io.tallyport.core.job.WorkerId;
import io.tallyport.core.job.WorkerInfo;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A worker without threads: it runs jobs when it is told to, on the caller's thread, one after the other, so that a test
 * knows what has happened. Time stands still for it unless the storage's clock is moved; a type's time limit does not count.
 */
public final class HandCrankedWorker {

    /** So long that only a clock that is moved on purpose ends it. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final WorkerInfo INFO = new WorkerInfo("hand-cranked", "test", "test");
    private static final int BATCH = 1_000;

    private final JobPorts ports;
    private final JobHandlers handlers;
    private final JobTry jobTry;

    /** A worker over any storage. Retries come exactly when their schedule says, without jitter. */
    public HandCrankedWorker(JobPorts ports, JobHandlers handlers) {
        this.ports = ports;
        this.handlers = handlers;
        this.jobTry = new JobTry(handlers, () -> 0);
    }

    /**
     * Runs all jobs that are due, and those that become due by it, in their order.
     *
     * @return how many tries there were
     */
    public int runDue() {
        WorkerId worker = ports.workers().join(INFO, LEASE);
        Set<String> types = handlers.types();
        int tries = 0;
        try {
            ports.upkeep().promote(BATCH);
            List<ClaimedJob> next = ports.queue().claim(worker, types, 1);
            while (!next.isEmpty()) {
                run(new Turn(worker, next.get(0)));
                tries++;
                ports.upkeep().promote(BATCH);
                next = ports.queue().claim(worker, types, 1);
            }
        } finally {
            ports.workers().leave(worker);
        }
        return tries;
    }

    private void run(Turn turn) {
        Settlement settlement;
        try {
            settlement = jobTry.run(turn);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            settlement = Settlement.handedBack(turn.job(), "the worker stops");
        }
        ports.queue().settle(List.of(settlement));
    }

    /**
     * Takes back jobs of workers that are gone, and lets go what is held for no reason.
     *
     * @return how many were taken back
     */
    public int reapExpired() {
        int count = ports.upkeep().reap(BATCH);
        ports.upkeep().release(BATCH);
        return count;
    }

    private final class Turn implements JobContext {

        private final WorkerId worker;
        private final ClaimedJob job;

        Turn(WorkerId worker, ClaimedJob job) {
            this.worker = worker;
            this.job = job;
        }

        @Override
        public ClaimedJob job() {
            return job;
        }

        @Override
        public void progress(long done, long total, String message) {
            beat(List.of(new JobProgress(job.id(), job.fence(), done, total, message)));
        }

        @Override
        public boolean shouldStop() {
            return beat(List.of()).contains(job.id());
        }

        private Set<JobId> beat(List<JobProgress> progress) {
            return ports.queue().renew(worker, new Pulse(1, 0, progress), LEASE).cancelled();
        }

        @Override
        public void assertHeld() {
            JobFence fence = ports.fence();
            if (!fence.isHeld(job.id(), job.fence())) {
                throw new PortException.Conflict(
                        FailureContext.of("run job"), "job " + job.id() + " has been taken back from this worker");
            }
        }
    }
}
