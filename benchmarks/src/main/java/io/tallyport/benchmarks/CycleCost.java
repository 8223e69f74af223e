package io.tallyport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * What a cycle costs after 50 sales in a shop of 100,000 SKUs and in one of 1,000,000: requests on all sides together, the
 * write included, and whether it fits into the same memory.
 *
 * <p>A first process reads both shops whole into the mirror; the cycle runs in a second one with 64 MB.
 */
final class CycleCost {

    private static final int SOLD = 50;
    private static final int MOST_REQUESTS = 10;
    private static final String MEMORY = "64m";

    private CycleCost() {}

    /** The sizes may be given. */
    public static void main(String[] args) throws IOException {
        int[] sizes = args.length == 0
                ? new int[] {100_000, 1_000_000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        long first = 0;
        boolean met = true;
        for (int rows : sizes) {
            long requests = measure(rows);
            first = first == 0 ? requests : first;
            met &= requests <= MOST_REQUESTS && requests <= first;
        }
        System.exit(met ? 0 : 1);
    }

    private static long measure(int rows) throws IOException {
        Path directory = Files.createTempDirectory("tallyport-benchmark");
        say("%,d SKUs on each side", rows);
        String[] whole = run("512m", directory, rows, 0);
        say("  everything  %s requests, %s s", whole[2], whole[3]);
        String[] cycle = run(MEMORY, directory, rows, SOLD);
        if (!cycle[0].equals("CYCLE") || Integer.parseInt(cycle[1]) != SOLD) {
            throw new IllegalStateException("it was no cycle over the sales: " + String.join(" ", cycle));
        }
        say(
                "  cycle       %s requests for %d sales, aim at most %d; %s s; -Xmx%s, %s MB alive",
                cycle[2], SOLD, MOST_REQUESTS, cycle[3], MEMORY, cycle[4]);
        return Long.parseLong(cycle[2]);
    }

    private static String[] run(String memory, Path directory, int rows, int sold) {
        try (Worker worker = Worker.start(CycleWorker.class, memory, directory.toString(), rows + "", sold + "")) {
            return worker.hear().split(" ");
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
