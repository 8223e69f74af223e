package io.tallyport.benchmarks;

import java.time.Duration;

/** Time that passed, and time for which this process had a processor: the second does not know what else the machine does. */
final class Stopwatch {

    private final long start = System.nanoTime();
    private final Duration processorAtStart = processor();

    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Both in seconds, then {@code differing}: what a worker says. */
    String line(long differing) {
        double passed = (System.nanoTime() - start) / 1e9;
        return passed + " " + processor().minus(processorAtStart).toMillis() / 1e3 + " " + differing;
    }
}
