package io.tallyport.core.conflict;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.InMemoryTable;
import io.tallyport.core.kernel.RouteId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Conflicts in memory. */
public final class InMemoryConflicts implements ConflictStore, ConflictInbox {

    private final InMemoryTable<Long, Conflict> rows = new InMemoryTable<>();
    private final AtomicLong last = new AtomicLong();

    @Override
    public synchronized void sight(List<Sighting> sightings) {
        for (Sighting raw : sightings) {
            Sighting seen = kept(raw);
            Optional<Conflict> known = live(seen.route(), seen.targetItem());
            Conflict now = known.map(before -> before.seen(seen))
                    .orElseGet(() -> Conflict.first(last.incrementAndGet(), seen));
            rows.put(now.id(), now);
        }
    }

    private static Sighting kept(Sighting seen) {
        return new Sighting(
                seen.route(),
                seen.kind(),
                seen.key(),
                seen.title().substring(0, Math.min(255, seen.title().length())),
                seen.sourceItem(),
                seen.targetItem(),
                seen.acknowledged(),
                seen.local(),
                seen.remote(),
                seen.desired(),
                seen.plan(),
                seen.at().truncatedTo(ChronoUnit.MICROS),
                seen.detail());
    }

    private Optional<Conflict> live(RouteId route, ExternalId item) {
        return live(route).stream()
                .filter(conflict -> conflict.last().targetItem().equals(item))
                .findFirst();
    }

    @Override
    public synchronized boolean keep(long id, Answer answer) {
        Optional<Conflict> live = find(id).filter(conflict -> conflict.state().isLive());
        live.ifPresent(conflict -> rows.put(id, conflict.kept(answer)));
        return live.isPresent();
    }

    @Override
    public synchronized void close(
            RouteId route, Collection<ExternalId> targetItems, Set<ConflictState> states, Instant at) {
        for (ExternalId item : Set.copyOf(targetItems)) {
            live(route, item)
                    .filter(conflict -> states.contains(conflict.state()))
                    .ifPresent(conflict -> rows.put(conflict.id(), conflict.closed(at.truncatedTo(ChronoUnit.MICROS))));
        }
    }

    @Override
    public Optional<Conflict> find(long id) {
        return rows.get(id);
    }

    @Override
    public List<Conflict> live() {
        return rows.values().stream()
                .filter(conflict -> conflict.state().isLive())
                .toList();
    }

    @Override
    public List<Conflict> live(RouteId route) {
        return live().stream()
                .filter(conflict -> conflict.last().route().equals(route))
                .toList();
    }
}
