package io.tallyport.core.job;

import io.tallyport.core.job.WorkerReport.End;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs with several threads until it is stopped. One thread claims, one settles, one renews the lease and one looks
 * after the queue; so several workers on several machines share the work without knowing of each other. No handler's failure
 * ends it, and it outlives that the database is away.
 *
 * <p>What the handlers of a type do must be harmless when it is done twice: see {@link JobHandler}.
 */
public final class JobWorker {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);

    private static final int DEEPEST_CAUSE = 10;

    private final WorkerSettings settings;
    private final WorkerInfo info;
    private final JobHandlers handlers;
    private final JobPorts ports;
    private final JobSignal signal;
    private final Alarm alarm = new Alarm();
    private final Outage outage = new Outage(this::observe);
    private volatile Optional<End> end = Optional.empty();
    private final AtomicBoolean started = new AtomicBoolean();
    private final Tally tally;
    private final Lives lives;
    private final Settler settler;
    private final Crew crew;
    private final Heartbeat heartbeat;
    private final Caretaker caretaker;

    /**
     * A worker that has not begun.
     *
     * @param signal wakes it when jobs are enqueued in this process
     * @param schedules what it fires; empty when others do
     */
    public JobWorker(
            WorkerSettings settings,
            WorkerInfo info,
            JobHandlers handlers,
            JobPorts ports,
            JobSignal signal,
            Optional<ScheduleKeeper> schedules) {
        this(settings, info, handlers, ports, signal, schedules, JobWorker::heapInUse);
    }

    JobWorker(
            WorkerSettings settings,
            WorkerInfo info,
            JobHandlers handlers,
            JobPorts ports,
            JobSignal signal,
            Optional<ScheduleKeeper> schedules,
            LongSupplier memory) {
        this.settings = settings;
        this.info = info;
        this.handlers = handlers;
        this.ports = ports;
        this.signal = signal;
        this.tally = new Tally(this::observe);
        this.lives = new Lives(ports.workers(), info, settings.lease());
        this.settler = new Settler(ports.queue(), outage, tally, alarm::ring);
        this.crew = new Crew(settings, handlers, settler::add, alarm::ring, this::observe);
        this.heartbeat = new Heartbeat(settings, ports.queue(), lives, crew, outage, memory, () -> stop(End.MEMORY));
        this.caretaker = new Caretaker(ports.upkeep(), schedules, outage, settings.lease(), alarm::ring);
    }

    private static long heapInUse() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private void observe(long nanos) {
        crew.observe(nanos);
    }

    /**
     * After one thread ran out of memory nobody knows which other one was hit, such as in a library that does not mend itself: so
     * the worker settles what it can and ends, and its supervisor starts it anew.
     */
    private void observe(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int i = 0; i < DEEPEST_CAUSE && cause != null; i++) {
            if (cause instanceof OutOfMemoryError) {
                stop(End.MEMORY);
                return;
            }
            cause = cause.getCause();
        }
    }

    /** Runs jobs on the caller's and its own threads until it is stopped; once in a worker's life. */
    public WorkerReport run() {
        return run(false);
    }

    /** Runs jobs until none is due and all are settled, or until it is stopped; once in a worker's life. */
    public WorkerReport runUntilIdle() {
        return run(true);
    }

    /** Asks it to end in good order, and returns at once: {@link #run} returns when it has. */
    public void stop() {
        stop(End.STOPPED);
    }

    private void stop(End why) {
        synchronized (this) {
            // The first reason counts.
            end = end.or(() -> Optional.of(why));
        }
        alarm.ring();
    }

    private boolean isEnding() {
        return end.isPresent() || Thread.currentThread().isInterrupted();
    }

    private WorkerReport run(boolean untilIdle) {
        if (started.getAndSet(true)) {
            throw new IllegalStateException("a worker runs once; make another one");
        }
        LOG.info("worker {} starts with {} threads for {}", info.name(), settings.threads(), handlers.types());
        Runnable wake = alarm::ring;
        signal.listen(wake);
        crew.start();
        settler.start();
        heartbeat.start();
        if (untilIdle) {
            caretaker.tend();
        }
        caretaker.start();
        new Claimer(ports, handlers.types(), settings.idlePoll(), lives, crew, alarm, outage, untilIdle)
                .run(this::isEnding);
        signal.unlisten(wake);
        boolean interrupted = Thread.interrupted();
        WorkerReport report = windDown(end.orElse(interrupted ? End.STOPPED : End.IDLE));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        LOG.info("worker {} has ended: {}", info.name(), report);
        return report;
    }

    private WorkerReport windDown(End why) {
        long deadline = System.nanoTime() + settings.stopLimit().toNanos();
        int leftRunning = 0;
        try {
            crew.stop();
            leftRunning = crew.await(deadline);
            settler.finish(deadline);
            caretaker.stop();
            heartbeat.stop();
            lives.leaveAll();
        } catch (InterruptedException hurried) {
            // Whoever stops it twice does not want to wait: what is not settled is taken back when the lease ends.
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            outage.failed("leaving", failure);
        }
        return tally.report(why, leftRunning);
    }
}
