package io.tallyport.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How long a validation of 100,000 rows takes in 128 MB, with all that customers are shown, each row kept in the embedded
 * database; beside a plain comparison of the same rows by two hash maps in 1 GB that keeps nothing. Each in a process of
 * its own, in turns. Only the ratio means something, since other work of the machine slows both.
 */
final class ValidateRows {

    private static final int ROWS = 100_000;
    private static final int ROUNDS = 3;
    private static final int ONE_IN = 10;
    private static final String MEMORY = "128m";

    private ValidateRows() {}

    private record Took(double passed, double megabytes) {}

    /** How many rows, and how many rounds, may be given. */
    public static void main(String[] args) throws IOException {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : ROWS;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS;
        int differing = rows / ONE_IN;
        Path directory = Files.createTempDirectory("tallyport-benchmark");
        List<Took> validations = new ArrayList<>();
        List<Took> comparisons = new ArrayList<>();
        say("validate %,d rows, %,d are off: -Xmx%s, beside two hash maps: -Xmx1g", rows, differing, MEMORY);
        for (int round = 1; round <= rounds; round++) {
            Took validation =
                    run(ValidateWorker.class, MEMORY, differing, directory.toString(), rows + "", differing + "");
            Took comparison = run(ShownDiffWorker.class, "1g", differing, rows + "", differing + "");
            say(
                    "  round %d    validation %.2f s, %.0f MB; comparison %.2f s, %.0f MB",
                    round, validation.passed(), validation.megabytes(), comparison.passed(), comparison.megabytes());
            validations.add(validation);
            comparisons.add(comparison);
        }
        double seconds = median(validations, Took::passed);
        say("  seconds    %.2f", seconds);
        say("  peak heap  %.0f MB, garbage included", median(validations, Took::megabytes));
        say("  ratio      %.2f times the comparison", seconds / median(comparisons, Took::passed));
    }

    private static Took run(Class<?> main, String memory, int differing, String... arguments) {
        try (Worker worker = Worker.start(main, memory, arguments)) {
            String[] heard = worker.hear().split(" ");
            if (Long.parseLong(heard[2]) != differing) {
                throw new IllegalStateException(heard[2] + " rows are off, " + differing + " should be");
            }
            return new Took(Double.parseDouble(heard[0]), Double.parseDouble(heard[3]));
        }
    }

    private static double median(List<Took> all, ToDoubleFunction<Took> what) {
        double[] sorted = all.stream().mapToDouble(what).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
