package io.tallyport.benchmarks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which jobs were run and when, each run of each. */
final class Arrivals implements LongConsumer {

    private final long[] numbers;
    private final long[] at;
    private final AtomicInteger count = new AtomicInteger();

    /** For that many jobs, each of which may come twice. */
    Arrivals(int jobs) {
        numbers = new long[2 * jobs];
        at = new long[2 * jobs];
    }

    /** Microseconds since 1970, the same in all processes of a machine. */
    static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    @Override
    public void accept(long number) {
        int index = count.getAndIncrement();
        numbers[index] = number;
        at[index] = micros();
    }

    int count() {
        return count.get();
    }

    long distinct() {
        return Arrays.stream(numbers, 0, count()).distinct().count();
    }

    /** How long each took from the moment in {@code sent} that its number is the place of, in milliseconds, in order. */
    double[] latencies(long[] sent) {
        return IntStream.range(0, count())
                .mapToDouble(i -> (at[i] - sent[Math.toIntExact(numbers[i])]) / 1e3)
                .sorted()
                .toArray();
    }

    /** For another process. */
    String line() {
        return IntStream.range(0, count())
                .mapToObj(i -> numbers[i] + ":" + at[i])
                .collect(Collectors.joining(" "));
    }

    /** Adds what another process says. */
    void addAll(String line) {
        for (String run : line.isEmpty() ? new String[0] : line.split(" ", -1)) {
            int colon = run.indexOf(':');
            int index = count.getAndIncrement();
            numbers[index] = Long.parseLong(run.substring(0, colon));
            at[index] = Long.parseLong(run.substring(colon + 1));
        }
    }
}
