package io.tallyport.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Measures once how many jobs a second one peer takes, or works on. */
final class QueueMeasures implements AutoCloseable {

    private static final int PROCESSES = 2;
    private static final Duration LOOK = Duration.ofMillis(2);
    static final Duration ASK = Duration.ofMillis(5);

    private final QueueServer server;
    private final int jobs;
    private final Map<String, List<QueueChild>> children = new HashMap<>();
    private final Map<String, Long> done = new HashMap<>();

    QueueMeasures(QueueServer server, int jobs) {
        this.server = server;
        this.jobs = jobs;
    }

    /** How many jobs a peer has worked on so far. */
    long done(QueuePeer peer) {
        return done.getOrDefault(peer.name(), 0L);
    }

    /** Lets compilers and caches see what will be measured. */
    void warmUp(QueuePeer peer) {
        enqueue(peer, Math.min(jobs, 2000), 1, 8);
        fill(peer, Math.max(jobs / 4, QueuePeer.BATCH));
        drainHere(peer, Math.max(jobs / 4, QueuePeer.BATCH));
    }

    /** Jobs enqueued a second; in one call each, or {@link QueuePeer#BATCH}. */
    double enqueue(QueuePeer peer, int count, int each, int threads) {
        peer.clear();
        int calls = count / each / threads;
        double seconds = inThreads(threads, thread -> {
            for (int i = 0; i < calls; i++) {
                long number = ((long) thread * calls + i) * each;
                if (each == 1) {
                    peer.enqueueOne(number);
                } else {
                    peer.enqueueMany(number);
                }
            }
        });
        peer.clear();
        return calls * threads * each / seconds;
    }

    private static double inThreads(int count, Consumer<Integer> body) {
        List<RuntimeException> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            threads.add(new Thread(() -> {
                try {
                    body.accept(number);
                } catch (RuntimeException failure) {
                    synchronized (failures) {
                        failures.add(failure);
                    }
                }
            }));
        }
        long start = System.nanoTime();
        threads.forEach(Thread::start);
        threads.forEach(Waiting::join);
        double seconds = secondsSince(start);
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return seconds;
    }

    static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void fill(QueuePeer peer, int count) {
        for (int i = 0; i < count; i += QueuePeer.BATCH) {
            peer.enqueueMany(i);
        }
    }

    /** Jobs a second by one process, then statements for each. */
    double[] drain(QueuePeer peer) {
        fill(peer, jobs);
        return drainHere(peer, jobs);
    }

    private double[] drainHere(QueuePeer peer, int count) {
        Arrivals arrivals = new Arrivals(count);
        long statements = server.status("Questions");
        long start = System.nanoTime();
        QueuePeer.Running running = peer.start(arrivals, QueuePeer.Poll.USUAL);
        double seconds;
        try {
            seconds = untilDone(peer, arrivals::count, count, LOOK, start);
            statements = server.status("Questions") - statements;
        } finally {
            running.stop();
        }
        doubles(peer, arrivals, count);
        return new double[] {count / seconds, (double) statements / count};
    }

    /** Until all have been run and the database says so too. */
    private static double untilDone(QueuePeer peer, IntSupplier runs, int count, Duration look, long start) {
        Waiting.until(peer.name() + " runs all jobs", look, () -> runs.getAsInt() >= count);
        Waiting.until(peer.name() + " has completed all jobs", look, () -> peer.left() == 0);
        return secondsSince(start);
    }

    /** How many runs were one too many. */
    private long doubles(QueuePeer peer, Arrivals arrivals, int count) {
        done.merge(peer.name(), (long) count, Long::sum);
        long distinct = arrivals.distinct();
        if (distinct != count) {
            throw new IllegalStateException(peer.name() + " ran " + distinct + " of " + count + " jobs");
        }
        return arrivals.count() - distinct;
    }

    /** Jobs a second by two other processes, then how many were run twice. */
    double[] drainTwo(QueuePeer peer) {
        List<QueueChild> two = children(peer, PROCESSES);
        peer.clear();
        return drainTwo(peer, two, jobs);
    }

    private double[] drainTwo(QueuePeer peer, List<QueueChild> two, int count) {
        fill(peer, count);
        Arrivals arrivals = new Arrivals(count);
        long start = System.nanoTime();
        two.forEach(child -> child.work(count, QueuePeer.Poll.USUAL));
        double seconds =
                untilDone(peer, () -> two.stream().mapToInt(QueueChild::count).sum(), count, ASK, start);
        two.forEach(child -> child.stop(arrivals));
        return new double[] {count / seconds, doubles(peer, arrivals, count)};
    }

    /** Processes that are warm; there until {@link #close}. */
    List<QueueChild> children(QueuePeer peer, int count) {
        List<QueueChild> there = children.computeIfAbsent(peer.name(), any -> new ArrayList<>());
        if (there.size() < count) {
            while (there.size() < count) {
                there.add(QueueChild.start(peer, server));
            }
            peer.clear();
            drainTwo(peer, there, Math.max(jobs / 2 / QueuePeer.BATCH, 1) * QueuePeer.BATCH);
        }
        return there.subList(0, count);
    }

    /** Jobs a second that one process completes while eight of its threads enqueue them one by one. */
    double enqueueAndDrain(QueuePeer peer, int threads) {
        peer.clear();
        int count = jobs / threads * threads;
        Arrivals arrivals = new Arrivals(count);
        QueuePeer.Running running = peer.start(arrivals, QueuePeer.Poll.USUAL);
        double seconds;
        try {
            long start = System.nanoTime();
            inThreads(threads, thread -> {
                for (long number = thread; number < count; number += threads) {
                    peer.enqueueOne(number);
                }
            });
            seconds = untilDone(peer, arrivals::count, count, LOOK, start);
        } finally {
            running.stop();
        }
        doubles(peer, arrivals, count);
        return count / seconds;
    }

    /** Ends the other processes. */
    @Override
    public void close() {
        children.values().forEach(all -> all.forEach(QueueChild::close));
        children.clear();
    }
}
