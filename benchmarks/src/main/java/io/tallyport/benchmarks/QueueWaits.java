package io.tallyport.benchmarks;

import java.time.Duration;
import java.util.function.IntSupplier;

/** Measures once how long jobs of one peer wait, and what its waiting for jobs costs. */
final class QueueWaits {

    private static final int LATENCIES = 200;
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final QueueServer server;
    private final QueueMeasures measures;

    /** Uses the other processes of {@code measures}. */
    QueueWaits(QueueServer server, QueueMeasures measures) {
        this.server = server;
        this.measures = measures;
    }

    /** Milliseconds from the call to the job's begin in this process: the median, then the 99th of a hundred. */
    double[] latencyHere(QueuePeer peer) {
        peer.clear();
        Arrivals arrivals = new Arrivals(LATENCIES);
        QueuePeer.Running running = peer.start(arrivals, QueuePeer.Poll.USUAL);
        try {
            long[] sent = send(peer, arrivals::count);
            return percentiles(arrivals.latencies(sent));
        } finally {
            running.stop();
        }
    }

    /** The same in another process. */
    double[] latencyThere(QueuePeer peer) {
        QueueChild child = measures.children(peer, 1).get(0);
        peer.clear();
        Arrivals arrivals = new Arrivals(LATENCIES);
        child.work(LATENCIES, QueuePeer.Poll.QUICK);
        long[] sent = send(peer, child::count);
        child.stop(arrivals);
        return percentiles(arrivals.latencies(sent));
    }

    private static long[] send(QueuePeer peer, IntSupplier runs) {
        Waiting.pause(QUIET);
        long[] sent = new long[LATENCIES];
        for (int i = 0; i < LATENCIES; i++) {
            // Not in step with whoever polls.
            Waiting.pause(Duration.ofMillis(15 + i % 11));
            sent[i] = Arrivals.micros();
            peer.enqueueOne(i);
        }
        Waiting.until(peer.name() + " runs all jobs", QueueMeasures.ASK, () -> runs.getAsInt() >= LATENCIES);
        return sent;
    }

    private static double[] percentiles(double[] sorted) {
        return new double[] {sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]};
    }

    /** Statements a second of a worker that has nothing to do. */
    double idle(QueuePeer peer, QueuePeer.Poll poll) {
        peer.clear();
        QueuePeer.Running running = peer.start(number -> {}, poll);
        try {
            Waiting.pause(QUIET);
            long before = server.status("Questions");
            long start = System.nanoTime();
            Waiting.pause(IDLE);
            // The question itself is one.
            return (server.status("Questions") - before - 1) / QueueMeasures.secondsSince(start);
        } finally {
            running.stop();
        }
    }
}
