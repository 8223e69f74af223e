package io.tallyport.core.inventory;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ExternalId;
import java.util.List;
import java.util.function.Predicate;

/**
 * Writes a {@link LevelMirror}; one writer for each location at a time, which a lease sees to.
 *
 * <p>Rows are put under the revision of the read under way, and only {@link #advance} makes it the mirror's own. A read
 * that is killed in between is repeated under the same revision and does no harm. Joins the caller's unit of work.
 */
public interface LevelMirrorSink {

    /**
     * Writes those rows that differ from what is there, under {@code revision}. An item that leaves a SKU gives the new
     * revision to the others under it as well, since what they match may be another now. Of an item that comes twice the
     * last row counts.
     *
     * @return how many rows were written
     */
    int put(LocationRef location, long revision, List<StockLevel> levels);

    /**
     * Removes every row that was not seen; the others under its SKU get {@code revision}.
     *
     * @return how many rows were removed
     */
    int keepOnly(LocationRef location, long revision, Predicate<ExternalId> seen);

    /** Makes the read's revision the mirror's own; false, and nothing changed, when the mirror is not the one before. */
    boolean advance(LocationRef location, MirrorRead read);
}
