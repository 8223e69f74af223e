package io.tallyport.benchmarks;

import java.util.List;
import java.util.function.Function;

/**
 * Something that is measured.
 *
 * @param name for {@code --only}
 * @param alone whether only Tallyport is measured
 * @param measure the values of one round
 * @param lines what is shown of them
 */
record QueueFigure(String name, boolean alone, Function<QueuePeer, double[]> measure, List<QueueLine> lines) {

    private static final int THREADS = 8;
    /** Batches are so fast that more of them are needed. */
    private static final int MANY = 5;

    /** All of them, in the order in which they are measured. */
    static List<QueueFigure> all(QueueMeasures measures, QueueWaits waits, QueueBurdens burdens, int jobs) {
        String speed = "jobs/s";
        return List.of(
                enqueue("enqueue-1", "enqueue, one a call, 1 thread", measures, jobs, 1, 1),
                enqueue("enqueue-8", "enqueue, one a call, 8 threads", measures, jobs, 1, THREADS),
                enqueue("batch-1", "enqueue, 100 a call, 1 thread", measures, MANY * jobs, QueuePeer.BATCH, 1),
                enqueue("batch-8", "enqueue, 100 a call, 8 threads", measures, MANY * jobs, QueuePeer.BATCH, THREADS),
                new QueueFigure(
                        "drain",
                        false,
                        peer -> {
                            peer.clear();
                            return measures.drain(peer);
                        },
                        List.of(
                                QueueLine.atLeast("drain, one process", speed, 2),
                                QueueLine.shown("statements a job", "").at(1))),
                new QueueFigure(
                        "drain-2",
                        false,
                        measures::drainTwo,
                        List.of(
                                QueueLine.atLeast("drain, two processes", speed, 3),
                                QueueLine.counted("jobs run twice", 0).at(1))),
                new QueueFigure(
                        "latency",
                        false,
                        waits::latencyHere,
                        List.of(
                                QueueLine.atMost("latency, same process, p50", "ms", 1),
                                QueueLine.atMost("latency, same process, p99", "ms", 1)
                                        .at(1))),
                new QueueFigure(
                        "latency-far",
                        false,
                        waits::latencyThere,
                        List.of(
                                QueueLine.atMost("latency, other process, p50", "ms", 0.5),
                                QueueLine.shown("latency, other process, p99", "ms")
                                        .at(1))),
                one(
                        "idle",
                        false,
                        peer -> waits.idle(peer, QueuePeer.Poll.USUAL),
                        QueueLine.shown("idle, usual poll", "stmts/s")),
                one(
                        "idle-10ms",
                        true,
                        peer -> waits.idle(peer, QueuePeer.Poll.QUICK),
                        QueueLine.shown("idle, 10 ms poll", "stmts/s")),
                one(
                        "mixed",
                        false,
                        peer -> measures.enqueueAndDrain(peer, THREADS),
                        QueueLine.atLeast("enqueue by 8 threads while draining", speed, 2)),
                new QueueFigure(
                        "snapshot",
                        true,
                        burdens::drainBesideSnapshot,
                        List.of(QueueLine.ofItself("drain beside an old snapshot", speed, 0.8))),
                new QueueFigure(
                        "finished",
                        true,
                        burdens::drainAmongMany,
                        List.of(QueueLine.ofItself("drain among finished, later", speed, 0.9))));
    }

    private static QueueFigure enqueue(
            String name, String title, QueueMeasures measures, int count, int each, int threads) {
        return one(
                name,
                false,
                peer -> measures.enqueue(peer, count, each, threads),
                QueueLine.atLeast(title, "jobs/s", 1));
    }

    private static QueueFigure one(String name, boolean alone, Function<QueuePeer, Double> measure, QueueLine line) {
        return new QueueFigure(name, alone, peer -> new double[] {measure.apply(peer)}, List.of(line));
    }
}
