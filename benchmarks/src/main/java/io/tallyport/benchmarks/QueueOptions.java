package io.tallyport.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@link QueueFigures} measures.
 *
 * @param jobs of each figure, a multiple of a hundred
 * @param rounds of which the median counts
 * @param finished completed jobs in the table
 * @param later jobs in the table that are not due
 * @param only the figures wanted, none for all
 * @param peers in the order in which they are measured
 */
record QueueOptions(int jobs, int rounds, long finished, long later, Set<String> only, List<String> peers) {

    private static final String USAGE =
            "QueueFigures [JOBS [ROUNDS]] [--finished N] [--later N] [--only NAME,...] [--peers NAME,...]";
    private static final Set<String> NAMES = Set.of("--finished", "--later", "--only", "--peers");

    static QueueOptions of(String[] args) {
        List<Integer> numbers = new ArrayList<>();
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                numbers.add(Integer.valueOf(args[i]));
            } else if (NAMES.contains(args[i]) && i + 1 < args.length) {
                named.put(args[i], args[i + 1]);
                i++;
            } else {
                throw new IllegalArgumentException("\"" + args[i] + "\" is not understood; " + USAGE);
            }
        }
        int jobs = numbers.isEmpty() ? 20_000 : numbers.get(0);
        String only = named.getOrDefault("--only", "");
        return new QueueOptions(
                Math.max((jobs + QueuePeer.BATCH - 1) / QueuePeer.BATCH, 8) * QueuePeer.BATCH,
                numbers.size() < 2 ? 3 : numbers.get(1),
                Long.parseLong(named.getOrDefault("--finished", "5000000")),
                Long.parseLong(named.getOrDefault("--later", "500000")),
                only.isEmpty() ? Set.of() : Set.of(only.split(",", -1)),
                List.of(named.getOrDefault("--peers", String.join(",", QueuePeers.ALL))
                        .split(",", -1)));
    }

    boolean wants(String figure) {
        return only.isEmpty() || only.contains(figure);
    }
}
