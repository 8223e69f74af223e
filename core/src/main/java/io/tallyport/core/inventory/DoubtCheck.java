package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Progress;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Asks the platforms for what a cycle doubts, and brings the answers into the mirror. */
final class DoubtCheck {

    private static final int BATCH = 1000;

    private final CycleStores stores;
    private final Clock clock;
    private final Progress progress;

    DoubtCheck(CycleStores stores, Clock clock, Progress progress) {
        this.stores = stores;
        this.clock = clock;
        this.progress = progress;
    }

    /** Asks; what the platforms do not know any more is told to the doubts. */
    void settle(PlannedRoute planned, Doubts doubts) {
        settle(
                planned.ends().source(),
                planned.sourceConnection(),
                planned.route().source(),
                doubts.atSource(),
                doubts.goneAtSource());
        settle(
                planned.ends().targetReader(),
                planned.targetConnection(),
                planned.route().target(),
                doubts.atTarget(),
                doubts.goneAtTarget());
    }

    private void settle(
            InventorySource source,
            Connection connection,
            LocationRef location,
            List<ExternalId> doubtful,
            Set<ExternalId> gone) {
        if (doubtful.isEmpty()) {
            return;
        }
        // The mirror is ours before the platform is asked: an answer must not overwrite what another read after it.
        try (MirrorUpdate update = MirrorUpdate.begin(stores, connection, location, clock)) {
            MirrorMerge merge = new MirrorMerge(stores.mirror(), location);
            for (int from = 0; from < doubtful.size(); from += BATCH) {
                List<ExternalId> part = doubtful.subList(from, Math.min(doubtful.size(), from + BATCH));
                List<StockLevel> told = source.levelsOf(location.location(), part);
                Set<ExternalId> unknown = new HashSet<>(part);
                told.forEach(level -> unknown.remove(level.item()));
                gone.addAll(unknown);
                update.put(merge.whole(told));
                progress.at("checking " + location, from + part.size(), OptionalLong.of(doubtful.size()));
            }
            if (update.written() > 0) {
                MirrorState now = stores.mirror().state(location).orElseThrow();
                update.finish(MirrorRead.Kind.SOME, now.mark().orElseThrow());
            }
        }
    }
}
