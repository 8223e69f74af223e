package io.tallyport.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How long a plan of a million levels on each side takes in 256 MB, beside a plain comparison of the same rows by two
 * hash maps in 1 GB; each in a process of its own, in turns, once with 50 rows that differ and once with all of them.
 *
 * <p>Before the rounds, one plan is made that nobody measures: it tells the database the levels at which both sides agree,
 * which every later plan looks up. Only ratios mean something, since other work of the machine slows both.
 */
final class PlanMillion {

    private static final int ROWS = 1_000_000;
    private static final int FEW = 50;
    private static final int ROUNDS = 5;
    private static final double MOST_RATIO = 3;

    private PlanMillion() {}

    /** How many rows, and how many rounds, may be given. */
    public static void main(String[] args) throws IOException {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : ROWS;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS;
        boolean met = true;
        for (int differing : new int[] {FEW, rows}) {
            Path directory = Files.createTempDirectory("tallyport-benchmark");
            met &= measure(directory, rows, differing, rounds) <= MOST_RATIO;
        }
        System.exit(met ? 0 : 1);
    }

    /** Seconds that passed, and of a processor's time. */
    private record Took(double passed, double processor) {}

    private static double measure(Path directory, int rows, int differing, int rounds) {
        say("plan %,d levels on each side, %,d differ: -Xmx256m, beside two hash maps: -Xmx1g", rows, differing);
        plan(directory, rows, 0);
        List<Took> plans = new ArrayList<>();
        List<Took> comparisons = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Took plan = plan(directory, rows, differing);
            Took comparison = run(DiffWorker.class, "1g", differing, rows + "", differing + "");
            say("  round %d    plan %.2f s, comparison %.2f s", round, plan.passed(), comparison.passed());
            plans.add(plan);
            comparisons.add(comparison);
        }
        double ratio = ratio(plans, comparisons, Took::passed);
        say(
                "  medians    plan %.2f s, comparison %.2f s",
                median(plans, Took::passed), median(comparisons, Took::passed));
        say("  ratio      %.2f, aim at most %.0f", ratio, MOST_RATIO);
        say("  processor  %.2f times the comparison's", ratio(plans, comparisons, Took::processor));
        return ratio;
    }

    private static Took plan(Path directory, int rows, int differing) {
        Took took = run(PlanWorker.class, "256m", differing, directory.toString(), rows + "", differing + "");
        try (var files = Files.newDirectoryStream(directory, "*.json")) {
            for (Path file : files) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return took;
    }

    private static Took run(Class<?> main, String memory, int differing, String... arguments) {
        try (Worker worker = Worker.start(main, memory, arguments)) {
            String[] heard = worker.hear().split(" ");
            if (Integer.parseInt(heard[2]) != differing) {
                throw new IllegalStateException(heard[2] + " rows differ, " + differing + " should");
            }
            return new Took(Double.parseDouble(heard[0]), Double.parseDouble(heard[1]));
        }
    }

    private static double ratio(List<Took> plans, List<Took> comparisons, ToDoubleFunction<Took> what) {
        return median(plans, what) / median(comparisons, what);
    }

    private static double median(List<Took> all, ToDoubleFunction<Took> what) {
        double[] sorted = all.stream().mapToDouble(what).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
