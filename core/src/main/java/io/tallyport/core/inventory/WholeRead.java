package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.kernel.Progress;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Reads every level of a location to its end and gives each item once, without holding them all. A read that was cut off is
 * gone on with when the same is read again within the hour.
 */
public final class WholeRead {

    private final LevelSpools spools;
    private final Clock clock;

    public WholeRead(LevelSpools spools, Clock clock) {
        this.spools = spools;
        this.clock = clock;
    }

    /**
     * How it went.
     *
     * @param rows items, each counted once
     * @param complete whether the platform's own count proves that nothing was left out
     */
    public record Result(Instant begun, Instant ended, long rows, boolean complete) {}

    /**
     * Reads, then gives each level, by SKU.
     *
     * @throws PortException as the source does; what was read stays for the next try then
     */
    public Result read(
            InventorySource source,
            Connection connection,
            LocationRef location,
            Consumer<StockLevel> each,
            Progress progress) {
        FullRead.Done done = new FullRead(spools, clock, progress).read(source, connection, location);
        Instant ended = clock.instant();
        try (LevelSpool spool = done.spool()) {
            for (Iterator<StockLevel> levels = spool.inOrder(); levels.hasNext(); ) {
                each.accept(levels.next());
            }
            Result result = new Result(spool.begun(), ended, spool.items(), done.complete());
            spool.discard();
            return result;
        }
    }
}
