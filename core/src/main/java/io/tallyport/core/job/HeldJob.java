package io.tallyport.core.job;

import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A job in a worker's hands, from its claim to its settlement. Thread-safe. */
final class HeldJob implements JobContext {

    /** How far it is. */
    enum Stage {
        QUEUED,
        RUNNING,
        /** Interrupted, since its time limit is over. */
        TOO_LONG,
        /** Interrupted, since the worker stops. */
        STOPPED,
        /** Its thread did not end in time after it was interrupted, and goes its own way. */
        GIVEN_UP,
        ENDED
    }

    final Life life;
    private final ClaimedJob job;
    private final JobFence fence;
    private final BooleanSupplier stopping;
    private final AtomicReference<@Nullable JobProgress> said = new AtomicReference<>();
    private volatile boolean cancelled;
    private Stage stage = Stage.QUEUED;
    private @Nullable Thread thread;
    private long since;

    HeldJob(ClaimedJob job, Life life, JobFence fence, BooleanSupplier stopping) {
        this.job = job;
        this.life = life;
        this.fence = fence;
        this.stopping = stopping;
    }

    @Override
    public ClaimedJob job() {
        return job;
    }

    @Override
    public void progress(long done, long total, String message) {
        said.set(new JobProgress(job.id(), job.fence(), done, total, message));
    }

    @Override
    public boolean shouldStop() {
        return cancelled || stopping.getAsBoolean() || life.isLost();
    }

    @Override
    public void assertHeld() {
        if (life.isLost() || !fence.isHeld(job.id(), job.fence())) {
            throw new PortException.Conflict(
                    FailureContext.of("run job"),
                    "job " + job.id() + " has been taken back from this worker, so this try must not write any more");
        }
    }

    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    @Nullable
    JobProgress said() {
        return said.get();
    }

    /** It has been stored, and need not be told again. */
    void told(JobProgress progress) {
        said.compareAndSet(progress, null);
    }

    synchronized void begin(long now) {
        stage = Stage.RUNNING;
        thread = Thread.currentThread();
        since = now;
    }

    /** From here on nobody interrupts the thread for its sake; how the try went until then. */
    synchronized Stage end() {
        Stage before = stage;
        if (before != Stage.GIVEN_UP) {
            stage = Stage.ENDED;
        }
        thread = null;
        return before;
    }

    synchronized boolean interruptAfter(Duration limit, long now) {
        return stage == Stage.RUNNING && now - since >= limit.toNanos() && interrupt(Stage.TOO_LONG, now);
    }

    synchronized boolean stop(long now) {
        return stage == Stage.RUNNING && interrupt(Stage.STOPPED, now);
    }

    private boolean interrupt(Stage why, long now) {
        stage = why;
        since = now;
        if (thread != null) {
            thread.interrupt();
        }
        return true;
    }

    /** Gives up a handler that has exceeded its time and does not react to its interruption. */
    synchronized boolean giveUpAfter(Duration grace, long now) {
        boolean over = stage == Stage.TOO_LONG && now - since >= grace.toNanos();
        if (over) {
            stage = Stage.GIVEN_UP;
        }
        return over;
    }
}
