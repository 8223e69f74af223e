package io.tallyport.benchmarks;

import java.io.PrintStream;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Holds what was measured against the aims, and prints all of it at once. */
final class QueueTable {

    private static final String FORMAT = "%-43s %12s %26s %12s %7s %7s %9s  %s%n";

    private static final NumberFormat BOUND = NumberFormat.getInstance(Locale.ROOT);

    private final List<Object[]> rows = new ArrayList<>();
    private boolean allMet = true;

    /** @param medians each peer's values; one that failed is missing */
    void add(QueueLine line, Map<String, double[]> medians) {
        Optional<double[]> own = Optional.ofNullable(medians.get(TallyportPeer.NAME));
        boolean itself = line.aim() == QueueLine.Aim.ITSELF;
        Optional<String> best = itself ? Optional.empty() : best(line, medians);
        Optional<Double> before = itself ? own.map(values -> values[line.index() + 1]) : Optional.empty();
        double against =
                best.map(name -> value(medians, name, line)).or(() -> before).orElse(Double.NaN);
        double value = own.map(values -> values[line.index()]).orElse(Double.NaN);
        double bare = Optional.ofNullable(medians.get(BarePeer.NAME))
                .map(values -> values[line.index()])
                .orElse(Double.NaN);
        String other = best.orElse(itself ? "without" : "");
        rows.add(new Object[] {
            line.title() + (line.unit().isEmpty() ? "" : ", " + line.unit()),
            shown(value),
            (other + " " + shown(against)).strip(),
            shown(bare),
            Double.isNaN(bare) ? "" : ratio(value / bare),
            line.aim() == QueueLine.Aim.COUNT ? "" : ratio(value / against),
            aim(line),
            verdict(line, value, against)
        });
    }

    private static double value(Map<String, double[]> medians, String name, QueueLine line) {
        double[] values = medians.get(name);
        return values == null ? Double.NaN : values[line.index()];
    }

    private static Optional<String> best(QueueLine line, Map<String, double[]> medians) {
        Optional<String> best = Optional.empty();
        for (String name : medians.keySet()) {
            if (!QueuePeers.isRival(name)) {
                continue;
            }
            double value = value(medians, name, line);
            double before = best.map(other -> value(medians, other, line)).orElse(Double.NaN);
            if (Double.isNaN(before) || (line.more() ? value > before : value < before)) {
                best = Optional.of(name);
            }
        }
        return best;
    }

    private static String aim(QueueLine line) {
        String sign = line.more() ? ">= " : "<= ";
        return line.aim() == QueueLine.Aim.NONE ? "" : sign + BOUND.format(line.bound());
    }

    private String verdict(QueueLine line, double value, double against) {
        double judged = line.aim() == QueueLine.Aim.COUNT ? value : value / against;
        if (line.aim() == QueueLine.Aim.NONE) {
            return "";
        }
        if (Double.isNaN(against) && line.aim() == QueueLine.Aim.PEER && !Double.isNaN(value)) {
            return "no peer";
        }
        boolean met = line.isMet(judged);
        allMet &= met;
        return met ? "met" : "missed";
    }

    private static String shown(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static String ratio(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
    }

    boolean areAllMet() {
        return allMet;
    }

    void print(PrintStream to) {
        to.printf(FORMAT, "figure", "Tallyport", "best peer", "bare", "x bare", "ratio", "aim", "");
        rows.forEach(row -> to.printf(FORMAT, row));
    }
}
