package io.tallyport.core.job;

import java.time.Duration;
import java.util.Optional;

/**
 * How a worker works.
 *
 * @param threads how many jobs it works on at once
 * @param idlePoll how often it looks for jobs when there are none
 * @param lease how long its jobs stay its own when nothing is heard of it; it is heard of three times in a lease
 * @param stopLimit how long running jobs may go on when it is stopped
 * @param prefetch how many jobs at most it takes beyond its threads, and only as many as it can start within a second
 * @param memoryLimit bytes of heap in use beyond which it finishes what it has and ends, to be started anew; empty for none
 * @param grace how long a handler that is interrupted has to end before its thread is given up
 */
public record WorkerSettings(
        int threads,
        Duration idlePoll,
        Duration lease,
        Duration stopLimit,
        int prefetch,
        Optional<Long> memoryLimit,
        Duration grace) {

    /** Four threads, looks each second, leases of a minute, thirty seconds to stop. */
    public static final WorkerSettings DEFAULT = new WorkerSettings(
            4,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            500,
            Optional.empty(),
            Duration.ofSeconds(5));

    public WorkerSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("a worker has one thread at least, got " + threads);
        }
        if (prefetch < 0) {
            throw new IllegalArgumentException("a worker prefetches none or more, got " + prefetch);
        }
        check("idle poll", idlePoll);
        check("lease", lease);
        check("stop limit", stopLimit);
        check("grace", grace);
        if (memoryLimit.filter(bytes -> bytes < 1).isPresent()) {
            throw new IllegalArgumentException("a memory limit is above zero, got " + memoryLimit.get());
        }
    }

    private static void check(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("a worker's " + name + " is above zero, got " + value);
        }
    }

    public WorkerSettings withThreads(int count) {
        return new WorkerSettings(count, idlePoll, lease, stopLimit, prefetch, memoryLimit, grace);
    }

    public WorkerSettings withIdlePoll(Duration time) {
        return new WorkerSettings(threads, time, lease, stopLimit, prefetch, memoryLimit, grace);
    }

    public WorkerSettings withLease(Duration time) {
        return new WorkerSettings(threads, idlePoll, time, stopLimit, prefetch, memoryLimit, grace);
    }

    public WorkerSettings withStopLimit(Duration time) {
        return new WorkerSettings(threads, idlePoll, lease, time, prefetch, memoryLimit, grace);
    }

    public WorkerSettings withPrefetch(int count) {
        return new WorkerSettings(threads, idlePoll, lease, stopLimit, count, memoryLimit, grace);
    }

    public WorkerSettings withMemoryLimit(long bytes) {
        return new WorkerSettings(threads, idlePoll, lease, stopLimit, prefetch, Optional.of(bytes), grace);
    }

    public WorkerSettings withGrace(Duration time) {
        return new WorkerSettings(threads, idlePoll, lease, stopLimit, prefetch, memoryLimit, time);
    }
}
