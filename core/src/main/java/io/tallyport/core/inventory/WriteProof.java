package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import java.time.Instant;
import java.util.Optional;

/**
 * Proves what became of writes at a platform that remembers no idempotency keys. Fails as its {@link InventorySink}
 * does; proving writes nothing. Thread-safe.
 */
public interface WriteProof {

    /**
     * Where the platform's own record of changes stands now, to be stored with a write before it is sent; see {@link
     * StockAdjuster#mark}.
     */
    Optional<Watermark> mark(ExternalId location);

    /**
     * What became of a marked write that was sent; see {@link StockAdjuster#prove}. Lines that change nothing are proven
     * done.
     *
     * @param sent not after the first byte of it left, by our clock
     */
    AdjustProof prove(StockWrite write, Instant sent);
}
