package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import java.util.Optional;

/**
 * Writes stock levels of one connection.
 *
 * <p>Each write carries an idempotency key that the caller stored before: the same write under the same key, while the
 * platform remembers it, has one effect however often it is sent, so an implementation may repeat it by itself. Where the
 * platform remembers none there is a {@link #proof}: the caller marks the write before, and after an unknown outcome has
 * it proven instead of sending it again. It asks the gate before each sending. Throws {@link io.tallyport.core.kernel.PortException}: UnknownOutcome when a write was
 * sent and its effect is not known; Transient when it certainly was not done; Authentication; Protocol; Rejected when
 * the gate or the platform refuses the whole call. Thread-safe.
 */
public interface InventorySink {

    /** How many lines one write may have. */
    int maxLines();

    /** How an unknown outcome is settled where the platform remembers no keys; empty where it does. */
    default Optional<WriteProof> proof() {
        return Optional.empty();
    }

    /**
     * Sets all lines, or none.
     *
     * @param key at most 64 characters, unique for each different write
     */
    SetOutcome set(StockWrite write, String key);

    /**
     * Switches the level of {@code item} at {@code location} on, keeping the quantities it has, and returns it. A level
     * that is on already is returned as it is.
     */
    StockLevel activate(ExternalId location, ExternalId item, String key);
}
