package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.PortException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a whole read into the mirror, and takes out what is gone.
 *
 * <p>A read that cannot prove that it saw everything is left out: its rows may be older than what reads of changes have
 * told since it began, and only the mark of a proven read brings those again.
 */
final class MirrorFeed {

    private static final Logger LOG = LoggerFactory.getLogger(MirrorFeed.class);
    private static final int BATCH = 1000;

    private final CycleStores stores;
    private final Clock clock;

    MirrorFeed(CycleStores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /** The mirror's revision with the read in it; empty when it was left out. */
    OptionalLong feed(FullRead.Done read, Connection connection, LocationRef location) {
        if (!read.complete()) {
            return OptionalLong.empty();
        }
        try (MirrorUpdate update = MirrorUpdate.begin(stores, connection, location, clock)) {
            SeenItems seen = new SeenItems();
            put(read.spool().inOrder(), update, seen);
            update.keepOnly(seen::contains);
            update.finish(MirrorRead.Kind.EVERYTHING, read.mark());
            return OptionalLong.of(update.revision());
        } catch (PortException.Rejected busy) {
            if (!busy.context().code().equals(Optional.of(PlanErrors.READING))) {
                throw busy;
            }
            LOG.info("{} was read whole, and is read whole again next time: {}", location, busy.getMessage());
            return OptionalLong.empty();
        }
    }

    private static void put(Iterator<StockLevel> levels, MirrorUpdate update, SeenItems seen) {
        List<StockLevel> batch = new ArrayList<>(BATCH);
        while (levels.hasNext()) {
            StockLevel level = levels.next();
            seen.add(level.item());
            batch.add(level);
            if (batch.size() == BATCH || !levels.hasNext()) {
                update.put(batch);
                batch.clear();
            }
        }
    }
}
