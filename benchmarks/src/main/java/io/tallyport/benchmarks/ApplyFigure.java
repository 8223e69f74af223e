package io.tallyport.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long an apply takes beside the time that its writes' points allow.
 *
 * @param processes how many apply at once, each the part of the catalogue that its SKUs begin with
 * @param mostRatio the aim
 * @param mostThrottled the aim
 */
record ApplyFigure(int processes, double mostRatio, long mostThrottled) {

    private static final String REAL_TIME = "--real-time";
    private static final int LINES = 250;
    /** What Shopify asks for a mutation with plain fields, whatever its lines. */
    private static final double POINTS_A_WRITE = 10;

    private static final double BUCKET = 2000;
    private static final double RESTORED_A_SECOND = 100;
    private static final double MOST_EXTRA_REQUESTS = 0.02;

    /**
     * What was measured.
     *
     * @param changes of each process's plan
     * @param shop what the shop counted meanwhile
     */
    record Measured(List<Long> changes, double seconds, Counters shop) {}

    /** Measures as the arguments say, and prints; whether all aims were met. */
    boolean measure(String[] args) {
        boolean realTime = Arrays.asList(args).contains(REAL_TIME);
        List<Integer> numbers = Arrays.stream(args)
                .filter(argument -> !argument.equals(REAL_TIME))
                .map(Integer::valueOf)
                .toList();
        int lines = realTime || numbers.size() < 2 ? LINES : numbers.get(1);
        if (realTime) {
            return print(new RealTimeApply(processes).run(first(numbers, RealTimeApply.SKUS)), lines, "real time");
        }
        VirtualApply apply = new VirtualApply(processes, lines);
        return print(apply.run(first(numbers, VirtualApply.SKUS * lines / LINES)), lines, "virtual time");
    }

    private static int first(List<Integer> numbers, int otherwise) {
        return numbers.isEmpty() || numbers.get(0) == 0 ? otherwise : numbers.get(0);
    }

    private boolean print(Measured measured, int lines, String time) {
        long changes = measured.changes().stream().mapToLong(each -> each).sum();
        long writes = measured.changes().stream()
                .mapToLong(each -> (each + lines - 1) / lines)
                .sum();
        double ideal = (writes * POINTS_A_WRITE - BUCKET) / RESTORED_A_SECOND;
        double ratio = measured.seconds() / ideal;
        Counters shop = measured.shop();
        double extra = (double) (shop.requests() - writes) / writes;
        say("apply %,d changes, %d process(es), Standard plan, %s", changes, processes, time);
        say("  lines a write      %d", lines);
        say("  ideal              %.1f s: %d writes of 10 points, 2000 there, 100 a second", ideal, writes);
        say("  took               %.1f s", measured.seconds());
        say("  ratio              %.3f, aim at most %.2f", ratio, mostRatio);
        say("  throttled answers  %d, aim at most %d", shop.throttled(), mostThrottled);
        say(
                "  requests           %d (%d writes), %.1f %% beyond one for %d rows, aim at most %.0f %%",
                shop.requests(), shop.writes(), extra * 100, lines, MOST_EXTRA_REQUESTS * 100);
        return ratio <= mostRatio && shop.throttled() <= mostThrottled && extra <= MOST_EXTRA_REQUESTS;
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
