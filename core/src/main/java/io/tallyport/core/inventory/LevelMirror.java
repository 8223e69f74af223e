package io.tallyport.core.inventory;

import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the items of each location were when they were last read, so that a cycle reads what changed and nothing else.
 *
 * <p>Each row bears the revision of the read that changed it last. A title may be cut after 255 characters; a SKU of more
 * than 1000 is kept as none. Joins the caller's unit of work; thread-safe.
 */
public interface LevelMirror {

    /** How far the mirror of a location has come; empty where there is none. */
    Optional<MirrorState> state(LocationRef location);

    /**
     * Gives each row with a revision after {@code revision} to {@code each}, without holding them all. A row that gets a
     * newer revision meanwhile may come twice, and is never left out.
     */
    void changedAfter(LocationRef location, long revision, Consumer<StockLevel> each);

    /** All rows under these SKUs, so that a SKU that stands for several items shows. */
    List<StockLevel> ofSkus(LocationRef location, Collection<Sku> skus);

    /** The rows of these items; those that are not there are left out. */
    List<StockLevel> ofItems(LocationRef location, Collection<ExternalId> items);
}
