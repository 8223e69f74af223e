package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.LogMark;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all levels of a location, page by page, into a spool; a read that a crash or a lost connection cut off is gone on
 * with from its last checkpoint, if it began less than an hour ago.
 *
 * <p>What is older than that is read again: figures of a plan may be that old at most, and apply learns what has moved
 * since the beginning of the read from its mark.
 */
final class FullRead {

    private static final Logger LOG = LoggerFactory.getLogger(FullRead.class);
    private static final Duration RESUMABLE = Duration.ofHours(1);
    private static final Duration CHECKPOINT_AFTER = Duration.ofSeconds(30);
    private static final int CHECKPOINT_ROWS = 50_000;

    private final LevelSpools spools;
    private final Clock clock;
    private final Progress progress;

    FullRead(LevelSpools spools, Clock clock, Progress progress) {
        this.spools = spools;
        this.clock = clock;
        this.progress = progress;
    }

    /** A read that has come to its end; whoever has it closes or discards its spool. */
    record Done(LevelSpool spool, ReadPoint end) {

        /** Whether it proved that it saw everything. */
        boolean complete() {
            return end.total().isPresent() && spool.items() >= end.total().getAsLong();
        }

        PlanSide side() {
            return new PlanSide(spool, complete());
        }

        Watermark mark() {
            return end.mark().orElseThrow();
        }
    }

    /** Reads {@code location} of {@code connection} through {@code source}. */
    Done read(InventorySource source, Connection connection, LocationRef location) {
        try (LogMark mark = LogMark.connection(connection.id())) {
            return marked(source, connection, location);
        }
    }

    private Done marked(InventorySource source, Connection connection, LocationRef location) {
        String step = "reading " + location;
        LevelSpool spool = open(connection, location);
        if (spool.reached().isPresent()) {
            LOG.info("{} goes on after {} items, read since {}", step, spool.items(), spool.begun());
            try {
                return new Pages(source, location, step).from(spool);
            } catch (PortException.Rejected | PortException.Protocol refused) {
                LOG.warn("{} begins anew, the platform does not go on with it: {}", step, refused.getMessage());
            }
            spool = open(connection, location);
        }
        return new Pages(source, location, step).from(spool);
    }

    private LevelSpool open(Connection connection, LocationRef location) {
        // The connector's settings decide what a SKU is: with others it is another read.
        String identity = String.join(
                "\n",
                location.toString(),
                connection.platform().toString(),
                connection.account(),
                connection.baseUrl().toString(),
                new TreeMap<>(connection.options()).toString());
        return spools.open(identity, clock.instant(), RESUMABLE);
    }

    /** The pages of one read, from where its spool ends. */
    private final class Pages {

        private final InventorySource source;
        private final LocationRef location;
        private final String step;
        private final Set<Cursor> cursors = new HashSet<>();
        private Instant kept = clock.instant();
        private long since;

        Pages(InventorySource source, LocationRef location, String step) {
            this.source = source;
            this.location = location;
            this.step = step;
        }

        Done from(LevelSpool spool) {
            try {
                return new Done(spool, toTheEnd(spool));
            } catch (PortException.Transient | PortException.Authentication later) {
                spool.close();
                throw later;
            } catch (RuntimeException failed) {
                spool.discard();
                throw failed;
            }
        }

        private ReadPoint toTheEnd(LevelSpool spool) {
            ReadPoint point = spool.reached()
                    .orElseGet(() -> new ReadPoint(Optional.empty(), OptionalLong.empty(), Optional.empty()));
            while (point.mark().isEmpty()) {
                LevelPage page = source.levels(location.location(), point.next());
                spool.add(page.items());
                since += page.items().size();
                point = new ReadPoint(page.next(), page.total(), page.mark());
                keep(spool, point);
                progress.at(step, spool.items(), point.total());
                if (point.next().isPresent() && !cursors.add(point.next().get())) {
                    throw new PortException.Protocol(
                            FailureContext.of(step), "the platform's pages go in a circle; try again", null);
                }
            }
            return point;
        }

        private void keep(LevelSpool spool, ReadPoint point) {
            Instant now = clock.instant();
            boolean due = Duration.between(kept, now).abs().compareTo(CHECKPOINT_AFTER) >= 0;
            if (point.next().isEmpty() || since >= CHECKPOINT_ROWS || due) {
                spool.checkpoint(point);
                kept = now;
                since = 0;
            }
        }
    }
}
