package io.tallyport.core.job.testing;

import io.tallyport.core.job.JobGroup;
import io.tallyport.core.job.JobId;
import io.tallyport.core.job.NewJob;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All jobs, and what finds them. Its monitor is the one lock of the storage: whoever calls holds it. */
final class JobTable {

    private static final Comparator<Row> BY_RANK =
            Comparator.comparing(Row::rank).thenComparing(row -> row.id.value());
    private static final Comparator<Row> BY_TIME =
            Comparator.<Row, Instant>comparing(row -> row.availableAt).thenComparing(row -> row.id.value());

    private final Clock clock;
    private final TreeMap<Long, Row> rows = new TreeMap<>();
    private final Map<String, TreeSet<Row>> ready = new HashMap<>();
    private final TreeSet<Row> later = new TreeSet<>(BY_TIME);
    private final Set<Row> running = new LinkedHashSet<>();
    private final Map<String, TreeSet<Row>> held = new TreeMap<>();
    private final Map<String, Row> waiting = new HashMap<>();
    private final Map<String, Row> processing = new HashMap<>();
    private final Map<String, Integer> runningInGroup = new HashMap<>();
    private final Map<String, Instant> parked = new HashMap<>();
    private long lastId;

    JobTable(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    Row add(NewJob job) {
        Row row = new Row(new JobId(++lastId), job, now());
        rows.put(row.id.value(), row);
        index(row);
        return row;
    }

    void remove(Row row) {
        unindex(row);
        rows.remove(row.id.value());
    }

    /** Changes a row and where it is found. */
    void change(Row row, Runnable change) {
        unindex(row);
        change.run();
        index(row);
    }

    @Nullable
    Row find(JobId id) {
        return rows.get(id.value());
    }

    Collection<Row> all() {
        return rows.values();
    }

    Set<Row> running() {
        return running;
    }

    List<Row> dueLater(int limit) {
        Instant now = now();
        return later.stream()
                .takeWhile(row -> !row.availableAt.isAfter(now))
                .limit(limit)
                .toList();
    }

    /** Whether one of these types is ready, or due and not promoted yet. */
    boolean isAnythingDue(Set<String> types) {
        Instant now = now();
        return firstReady(types).isPresent()
                || later.stream()
                        .takeWhile(row -> !row.availableAt.isAfter(now))
                        .anyMatch(row -> types.contains(row.made.type()));
    }

    Stream<Row> allReady() {
        return ready.values().stream().flatMap(Collection::stream);
    }

    Optional<Row> firstReady(Set<String> types) {
        return types.stream()
                .map(ready::get)
                .filter(some -> some != null && !some.isEmpty())
                .map(TreeSet::first)
                .min(BY_RANK);
    }

    /** The one with the key that waits. */
    @Nullable
    Row waiting(String key) {
        return waiting.get(key);
    }

    Optional<Row> successorOf(Row row) {
        return row.key().map(waiting::get);
    }

    void park(String group, Instant until) {
        parked.merge(group, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    boolean mayRun(Row row) {
        return isIdentityFree(row) && hasRoom(row, 0);
    }

    private boolean isIdentityFree(Row row) {
        return row.key().map(processing::get).isEmpty();
    }

    private boolean hasRoom(Row row, int others) {
        Optional<JobGroup> group = row.made.group();
        if (group.isEmpty()) {
            return true;
        }
        String name = group.get().name();
        Instant until = parked.getOrDefault(name, Instant.MIN);
        return !until.isAfter(now())
                && runningInGroup.getOrDefault(name, 0) + others < group.get().limit();
    }

    /** Makes ready what was held for the sake of a row that runs no more: as many as there is room for. */
    void letGoAfter(Row row) {
        keys(row).forEach(this::letGo);
    }

    /** Makes ready all that is held and may run. */
    int letGoAll(int limit) {
        int count = 0;
        for (String key : List.copyOf(held.keySet())) {
            if (count < limit) {
                count += letGo(key);
            }
        }
        return count;
    }

    private int letGo(String key) {
        List<Row> free = new ArrayList<>();
        for (Row row : held.getOrDefault(key, new TreeSet<>(BY_RANK))) {
            if (!hasRoom(row, free.size())) {
                break;
            }
            if (isIdentityFree(row)) {
                free.add(row);
            }
        }
        free.forEach(row -> change(row, () -> row.place = Place.READY));
        return free.size();
    }

    private static Stream<String> keys(Row row) {
        return Stream.concat(
                row.groupName().map(name -> "group:" + name).stream(),
                row.key().map(key -> "identity:" + key).stream());
    }

    private void index(Row row) {
        switch (row.place) {
            case READY ->
                ready.computeIfAbsent(row.made.type(), type -> new TreeSet<>(BY_RANK))
                        .add(row);
            case LATER -> later.add(row);
            case HELD ->
                keys(row)
                        .forEach(key -> held.computeIfAbsent(key, any -> new TreeSet<>(BY_RANK))
                                .add(row));
            case RUNNING -> {
                running.add(row);
                row.key().ifPresent(key -> processing.put(key, row));
                row.groupName().ifPresent(name -> runningInGroup.merge(name, 1, Integer::sum));
            }
            default -> {}
        }
        if (row.state.isWaiting()) {
            row.key().ifPresent(key -> waiting.put(key, row));
        }
    }

    private void unindex(Row row) {
        switch (row.place) {
            case READY ->
                ready.getOrDefault(row.made.type(), new TreeSet<>(BY_RANK)).remove(row);
            case LATER -> later.remove(row);
            case HELD -> keys(row).forEach(key -> forget(key, row));
            case RUNNING -> {
                running.remove(row);
                row.key().ifPresent(processing::remove);
                row.groupName().ifPresent(name -> runningInGroup.merge(name, -1, Integer::sum));
            }
            default -> {}
        }
        row.key().ifPresent(key -> waiting.remove(key, row));
    }

    private void forget(String key, Row row) {
        held.computeIfPresent(key, (any, some) -> {
            some.remove(row);
            return some.isEmpty() ? null : some;
        });
    }
}
