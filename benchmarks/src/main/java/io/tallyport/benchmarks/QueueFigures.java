package io.tallyport.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Tallyport's job queue beside others on one MariaDB, which work in turn, round by round. */
final class QueueFigures implements AutoCloseable {

    private final QueueOptions options;
    private final QueueServer server;
    private final QueueMeasures measures;
    private final List<QueueFigure> figures;
    private final List<QueuePeer> peers = new ArrayList<>();
    private final Map<String, Long> deadlocks = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private final QueueTable table = new QueueTable();

    private QueueFigures(QueueOptions options, QueueServer server) {
        this.options = options;
        this.server = server;
        this.measures = new QueueMeasures(server, options.jobs());
        QueueWaits waits = new QueueWaits(server, measures);
        QueueBurdens burdens =
                new QueueBurdens(server, measures, options.finished(), options.later(), options.rounds());
        this.figures = QueueFigure.all(measures, waits, burdens, options.jobs()).stream()
                .filter(figure -> options.wants(figure.name()))
                .toList();
    }

    /** Jobs of each figure, rounds, and the options that {@link QueueOptions} reads. */
    public static void main(String[] args) {
        boolean met = false;
        try (QueueFigures all = new QueueFigures(QueueOptions.of(args), QueueServer.find())) {
            met = all.measure();
        } catch (RuntimeException failure) {
            System.err.println("not measured to the end: " + failure);
        }
        // Also when a library has left a thread behind.
        System.exit(met ? 0 : 1);
    }

    private boolean measure() {
        for (String name : options.peers()) {
            QueuePeer peer = QueuePeers.open(name, server);
            peers.add(peer);
            System.err.println("setting up " + name);
            peer.setUp();
            counted(peer, () -> measures.warmUp(peer));
        }
        figures.forEach(this::measure);
        table.add(QueueLine.shown("deadlocks in 10,000 jobs", ""), deadlocksOfTenThousand());
        table.print(System.out);
        return table.areAllMet() && failed.isEmpty();
    }

    private void measure(QueueFigure figure) {
        Map<QueuePeer, List<double[]>> values = new LinkedHashMap<>();
        for (int round = 1; round <= options.rounds(); round++) {
            for (QueuePeer peer : peers) {
                if (!figure.alone() || peer.name().equals(TallyportPeer.NAME)) {
                    measure(figure, peer, values.computeIfAbsent(peer, any -> new ArrayList<>()));
                }
            }
        }
        measures.close();
        Map<String, double[]> medians = new LinkedHashMap<>();
        values.forEach((peer, rounds) -> {
            if (!rounds.isEmpty()) {
                medians.put(peer.name(), medians(rounds));
            }
        });
        figure.lines().forEach(line -> table.add(line, medians));
    }

    /** A peer that fails has no value in that round; that Tallyport fails is a miss. */
    private void measure(QueueFigure figure, QueuePeer peer, List<double[]> to) {
        counted(peer, () -> {
            try {
                double[] now = figure.measure().apply(peer);
                System.err.printf(Locale.ROOT, "%s %s %s%n", figure.name(), peer.name(), shown(now));
                to.add(now);
            } catch (RuntimeException failure) {
                System.err.println(figure.name() + " of " + peer.name() + " failed:");
                System.err.println("not measured to the end: " + failure);
                if (peer.name().equals(TallyportPeer.NAME)) {
                    failed.add(figure.name());
                }
            }
        });
    }

    private static String shown(double[] values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(String.format(Locale.ROOT, " %.2f", value));
        }
        return text.toString();
    }

    private void counted(QueuePeer peer, Runnable work) {
        long before = server.status("Innodb_deadlocks");
        work.run();
        deadlocks.merge(peer.name(), server.status("Innodb_deadlocks") - before, Long::sum);
    }

    private Map<String, double[]> deadlocksOfTenThousand() {
        Map<String, double[]> all = new LinkedHashMap<>();
        peers.forEach(peer -> all.put(
                peer.name(),
                new double[] {1e4 * deadlocks.getOrDefault(peer.name(), 0L) / Math.max(measures.done(peer), 1)}));
        return all;
    }

    private static double[] medians(List<double[]> rounds) {
        return IntStream.range(0, rounds.get(0).length)
                .mapToDouble(i -> QueueBurdens.median(
                        rounds.stream().mapToDouble(round -> round[i]).toArray()))
                .toArray();
    }

    @Override
    public void close() {
        measures.close();
        peers.forEach(QueuePeer::close);
    }
}
