package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.LogMark;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Brings the mirror of a location up to date by a read of what changed, at the cost of what changed. */
final class MirrorRefresh {

    private final CycleStores stores;
    private final Clock clock;
    private final Progress progress;

    MirrorRefresh(CycleStores stores, Clock clock, Progress progress) {
        this.stores = stores;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * A mirror that is up to date.
     *
     * @param revision that it is up to date with
     * @param rows items in it
     * @param fresh items that this very read told of
     */
    record Refreshed(long revision, long rows, Watermark mark, SeenItems fresh) {}

    /**
     * Refreshes a mirror that is complete.
     *
     * @throws NoCycle when the platform does not take the mark of the last read, or so much changed that a whole read is
     *     cheaper
     * @throws PortException as the source does, and Rejected while another process refreshes the same mirror
     */
    Refreshed refresh(InventorySource source, Connection connection, LocationRef location) {
        try (LogMark ofConnection = LogMark.connection(connection.id());
                MirrorUpdate update = MirrorUpdate.begin(stores, connection, location, clock)) {
            MirrorState state = stores.mirror().state(location).orElseThrow();
            SeenItems fresh = new SeenItems();
            Watermark mark = pages(source, location, state, update, fresh);
            update.finish(MirrorRead.Kind.CHANGES, mark);
            long rows = stores.mirror().state(location).orElseThrow().rows();
            return new Refreshed(update.revision(), rows, mark, fresh);
        }
    }

    private Watermark pages(
            InventorySource source, LocationRef location, MirrorState state, MirrorUpdate update, SeenItems fresh) {
        MirrorMerge merge = new MirrorMerge(stores.mirror(), location);
        Watermark since = state.mark().orElseThrow();
        Set<Cursor> cursors = new HashSet<>();
        LevelPage page = page(source, location, since, Optional.empty());
        while (true) {
            page.items().forEach(level -> fresh.add(level.item()));
            progress.at("reading changes of " + location, fresh.count(), page.total());
            update.put(merge.changed(source, page.items()));
            CycleLimit.check(update.written(), state.rows());
            if (page.next().isEmpty()) {
                return page.mark().orElseThrow();
            }
            if (!cursors.add(page.next().get())) {
                throw new PortException.Protocol(
                        FailureContext.of("reading changes of " + location),
                        "the platform's pages go in a circle; try again",
                        null);
            }
            page = page(source, location, since, page.next());
        }
    }

    private static LevelPage page(
            InventorySource source, LocationRef location, Watermark since, Optional<Cursor> cursor) {
        try {
            return source.changedSince(location.location(), since, cursor);
        } catch (PortException.Rejected refused) {
            throw new NoCycle(
                    location.connection() + " does not tell what changed since the last read: " + refused.getMessage());
        }
    }
}
