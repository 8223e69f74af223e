package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.Quantity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Knows which of the source's levels changed since the plan was read, at the cost of what changed: one read of changes
 * every few seconds instead of one read for each row.
 */
final class SourceWatch implements Watch {

    /** A fresher look costs a request at the source, whose budget fills by one a second on the smallest account. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final InventorySource source;
    private final ExternalId location;
    private final Clock clock;
    private final Map<ExternalId, StockLevel> changed = new HashMap<>();
    private Watermark since;
    private Instant lookedAt = Instant.MIN;

    SourceWatch(InventorySource source, ExternalId location, Watermark planned, Clock clock) {
        this.source = source;
        this.location = location;
        this.since = planned;
        this.clock = clock;
    }

    @Override
    public void look() {
        if (lookedAt.equals(Instant.MIN)
                || Duration.between(lookedAt, clock.instant()).abs().compareTo(FRESH) >= 0) {
            lookNow();
        }
    }

    @Override
    public void lookNow() {
        Instant now = clock.instant();
        ReadLevels seen = new LevelReader("watching the source", Progress.NONE).changed(source, location, since);
        seen.levels().forEach(level -> changed.put(level.item(), level));
        since = seen.mark();
        lookedAt = now;
    }

    @Override
    public Set<ExternalId> changedItems() {
        return Set.copyOf(changed.keySet());
    }

    @Override
    public Optional<Quantity> local(PlanRow row) {
        StockLevel level = changed.get(row.sourceItem().orElseThrow());
        if (level == null) {
            return row.local();
        }
        return level.stocking() == Stocking.STOCKED ? level.onHand() : Optional.empty();
    }
}
