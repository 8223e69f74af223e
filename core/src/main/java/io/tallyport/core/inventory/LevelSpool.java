package io.tallyport.core.inventory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where one read of a location is kept while it goes on, outside of memory.
 *
 * <p>Rows may be added more than once for an item; the one added last counts, also when its SKU is another one. What was
 * added before a {@link #checkpoint} survives the end of the process, what was added after the last one does not. Every
 * method throws {@link io.tallyport.core.kernel.PortException.Transient} when there is no room or the storage fails. For
 * one thread; nobody else has the same spool open.
 */
public interface LevelSpool extends OrderedLevels, AutoCloseable {

    /** When the read that fills it began. */
    Instant begun();

    /** The last checkpoint; empty when there is none, and so nothing in it. */
    Optional<ReadPoint> reached();

    /** Adds a page of the read. */
    void add(List<StockLevel> levels);

    /** Keeps what has been added, and how far the read has come with it. */
    void checkpoint(ReadPoint point);

    /** Closes it and deletes what is in it; it is not gone on with. */
    void discard();

    /** Closes it and leaves it, up to the last checkpoint, to whoever opens it again. Nothing after {@link #discard}. */
    @Override
    void close();
}
