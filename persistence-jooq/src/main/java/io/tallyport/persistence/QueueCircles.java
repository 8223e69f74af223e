package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.QUEUE_DEPENDENCIES;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds jobs that would wait for each other. */
final class QueueCircles {

    /** A longer way round is not looked for: a merge must not read the whole queue. */
    private static final int MOST = 1_000;

    private final QueueTx tx;
    private final Map<Long, Set<Long>> children = new HashMap<>();

    private QueueCircles(QueueTx tx) {
        this.tx = tx;
    }

    /**
     * Which of the jobs that one waits for wait themselves for another, however far around; with that other one, if it is
     * among them. Looks at up to 1,000 jobs.
     */
    static Set<Long> leadingBack(QueueTx tx, long from, long goal) {
        return new QueueCircles(tx).leadingBack(from, goal);
    }

    private Set<Long> leadingBack(long from, long goal) {
        climb(from, goal);
        Set<Long> waiting = new HashSet<>();
        Deque<Long> next = new ArrayDeque<>(List.of(goal));
        for (Long one = next.poll(); one != null; one = next.poll()) {
            if (waiting.add(one)) {
                next.addAll(children.getOrDefault(one, Set.of()));
            }
        }
        Set<Long> back = new TreeSet<>();
        children.forEach((parent, ofIt) -> {
            if (ofIt.contains(from) && waiting.contains(parent)) {
                back.add(parent);
            }
        });
        return back;
    }

    /** From generation to generation of those that are waited for. */
    private void climb(long from, long goal) {
        Set<Long> seen = new HashSet<>(List.of(from));
        Set<Long> generation = Set.of(from);
        while (!generation.isEmpty() && seen.size() < MOST) {
            generation = parents(generation);
            generation.removeAll(seen);
            seen.addAll(generation);
            generation.remove(goal);
        }
    }

    private Set<Long> parents(Collection<Long> jobs) {
        Set<Long> parents = new TreeSet<>();
        tx.sql()
                .select(QUEUE_DEPENDENCIES.CHILD_ID, QUEUE_DEPENDENCIES.PARENT_ID)
                .from(QUEUE_DEPENDENCIES)
                .where(Lookups.isOneOf(QUEUE_DEPENDENCIES.CHILD_ID, jobs))
                .and(QUEUE_DEPENDENCIES.MET.isFalse())
                .forEach(edge -> {
                    children.computeIfAbsent(edge.value2(), any -> new HashSet<>())
                            .add(edge.value1());
                    parents.add(edge.value2());
                });
        return parents;
    }
}
