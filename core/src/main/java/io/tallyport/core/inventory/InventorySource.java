package io.tallyport.core.inventory;

import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads stock levels of one connection.
 *
 * <p>Reads never change anything at the platform. Rows may change while a read pages through them, so a row may come
 * twice: the later one counts. All methods throw {@link io.tallyport.core.kernel.PortException}: Transient when the
 * platform could not answer after the adapter's own retries, Authentication, Protocol when an answer could not be read,
 * Rejected when the location does not exist. Thread-safe.
 */
public interface InventorySource {

    /**
     * All items the platform sells that are not archived, with their level at {@code location}; items without a level
     * there come with {@link Stocking#NOT_STOCKED}. Pages follow the contract of {@link LevelPage}.
     *
     * @param cursor where to go on; empty to begin
     */
    LevelPage levels(ExternalId location, Optional<Cursor> cursor);

    /**
     * The levels at {@code location} that changed at or after {@code since}. May hold rows that did not change, and rows
     * without SKU and title; misses none that did. The last page's mark is where the next such read begins; it never lies
     * before {@code since}.
     */
    LevelPage changedSince(ExternalId location, Watermark since, Optional<Cursor> cursor);

    /** The levels of just these items now, in any order; items the platform does not know are not in the answer. */
    List<StockLevel> levelsOf(ExternalId location, Collection<ExternalId> items);
}
