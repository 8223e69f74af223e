package io.tallyport.core.job.testing;

import io.tallyport.core.job.JobId;
import io.tallyport.core.job.JobState;
import io.tallyport.core.job.OnLostParent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who waits for whom, and what the end of a job means for those. The caller holds the table's lock. */
final class Family {

    private static final String BY = "queue";

    private final JobTable table;
    private final Map<JobId, Set<Row>> children = new HashMap<>();

    Family(JobTable table) {
        this.table = table;
    }

    boolean isWaitedFor(Row row) {
        return children.containsKey(row.id);
    }

    /** Blocks a new row until its parents are done; some may have ended already. */
    void adopt(Row child) {
        boolean lost = false;
        for (JobId id : child.made.parents()) {
            Row parent = table.find(id);
            if (parent == null || parent.state == JobState.COMPLETED) {
                continue;
            }
            OnLostParent choice = child.made.onLostParent();
            lost |= parent.state.isFinal() && choice == OnLostParent.CANCEL;
            if (!parent.state.isFinal() || choice == OnLostParent.WAIT) {
                child.openParents.add(id);
                children.computeIfAbsent(id, any -> new LinkedHashSet<>()).add(child);
            }
        }
        if (!child.openParents.isEmpty() || lost) {
            table.change(child, () -> {
                child.state = JobState.BLOCKED;
                child.place = Place.BLOCKED;
            });
        }
        child.record(table.now(), "enqueue");
        if (lost) {
            end(child, JobState.CANCELLED, "parent", "a job that it was to wait for has been lost", BY);
        }
    }

    /** Brings a job to a final state, and goes on with those that waited for it. */
    void end(Row row, JobState state, String reason, String message, String by) {
        Deque<Row> lost = new ArrayDeque<>();
        finish(row, state, reason, message, by);
        if (state == JobState.COMPLETED) {
            children.getOrDefault(row.id, Set.of()).forEach(child -> done(child, row.id));
            children.remove(row.id);
            return;
        }
        lost.add(row);
        for (Row parent = lost.poll(); parent != null; parent = lost.poll()) {
            for (Row child : Set.copyOf(children.getOrDefault(parent.id, Set.of()))) {
                loseParent(child, parent, lost);
            }
        }
    }

    private void loseParent(Row child, Row parent, Deque<Row> lost) {
        switch (child.made.onLostParent()) {
            case CANCEL -> {
                String why = "job " + parent.id + ", which it waited for, is " + parent.state;
                finish(child, JobState.CANCELLED, "parent", why, BY);
                lost.add(child);
            }
            case RUN -> {
                forget(child, parent.id);
                done(child, parent.id);
            }
            case WAIT -> {}
        }
    }

    /**
     * Ends a job in favour of the one with its identity that waits; those that waited for it wait for that one.
     *
     * @param why what its try came to
     */
    void merge(Row row, Row successor, String why) {
        Set<Row> heirs = Set.copyOf(children.getOrDefault(row.id, Set.of()));
        String message = "merged into job " + successor.id + (why.isEmpty() ? "" : ": " + why);
        finish(row, JobState.CANCELLED, "merged", message, row.workerName);
        leave(successor, row.id);
        for (Row heir : heirs) {
            forget(heir, row.id);
            if (heir != successor) {
                heir.openParents.remove(row.id);
                heir.openParents.add(successor.id);
                children.computeIfAbsent(successor.id, any -> new LinkedHashSet<>())
                        .add(heir);
            }
        }
    }

    /** A successor takes the place of a job: what waits for that job, however far around, it waits for no more. */
    private void leave(Row successor, JobId merged) {
        List<JobId> leadingBack = successor.openParents.stream()
                .filter(parent -> waitsFor(parent, merged))
                .sorted(Comparator.comparing(JobId::value))
                .toList();
        if (leadingBack.isEmpty()) {
            return;
        }
        String message = "takes the place of job " + merged + ", so it waits no more for job "
                + leadingBack.stream().map(JobId::toString).collect(Collectors.joining(", "));
        successor.say("merged", message);
        successor.record(table.now(), "");
        for (JobId parent : leadingBack) {
            forget(successor, parent);
            done(successor, parent);
        }
    }

    private boolean waitsFor(JobId one, JobId goal) {
        Set<JobId> seen = new HashSet<>();
        Deque<JobId> next = new ArrayDeque<>(List.of(one));
        while (!next.isEmpty() && !seen.contains(goal)) {
            JobId id = next.remove();
            Row row = table.find(id);
            if (seen.add(id) && row != null) {
                next.addAll(row.openParents);
            }
        }
        return seen.contains(goal);
    }

    private void finish(Row row, JobState state, String reason, String message, String by) {
        Instant now = table.now();
        table.change(row, () -> {
            row.state = state;
            row.place = Place.ENDED;
        });
        row.endedAt = now;
        row.say(reason, message);
        row.record(now, by);
        Set.copyOf(row.openParents).forEach(parent -> forget(row, parent));
        row.openParents.clear();
    }

    private void forget(Row child, JobId parent) {
        children.computeIfPresent(parent, (any, some) -> without(some, child));
    }

    private static @Nullable Set<Row> without(Set<Row> some, Row child) {
        some.remove(child);
        return some.isEmpty() ? null : some;
    }

    private void done(Row child, JobId parent) {
        child.openParents.remove(parent);
        if (child.openParents.isEmpty() && child.state == JobState.BLOCKED) {
            table.change(child, () -> {
                child.state = JobState.PENDING;
                child.place = child.availableAt.isAfter(table.now()) ? Place.LATER : Place.READY;
            });
            child.say("parents", "all that it waited for is done");
            child.record(table.now(), "");
        }
    }
}
