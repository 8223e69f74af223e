package io.tallyport.core.history;

import io.tallyport.core.kernel.InMemoryTable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Runs in memory. */
public final class InMemoryRunStore implements RunStore {

    private final InMemoryTable<String, Run> runs = new InMemoryTable<>();

    @Override
    public void save(Run run) {
        runs.put(run.id().value(), truncated(run));
    }

    @Override
    public Optional<Run> find(RunId id) {
        return runs.get(id.value());
    }

    @Override
    public List<Run> recent(int limit) {
        List<Run> all = new ArrayList<>(runs.values());
        Collections.sort(all, Comparator.comparing(Run::started).reversed());
        return all.stream().limit(limit).toList();
    }

    private static Run truncated(Run run) {
        return new Run(
                run.id(),
                run.kind(),
                run.route(),
                run.plan(),
                run.actor(),
                micros(run.started()),
                run.ended().map(InMemoryRunStore::micros),
                run.state(),
                run.counts(),
                run.message());
    }

    private static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
