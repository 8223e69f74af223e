package io.tallyport.core.inventory;

import java.time.Instant;

/**
 * Changes stock levels of one connection by differences, for a merge of what both sides sold.
 *
 * <p>An adjustment cannot be repeated: the same one sent twice is added twice. So the caller stores an intent first, and
 * after an unknown outcome asks {@link #prove} before anything else. It asks the gate before each sending. Throws
 * {@link io.tallyport.core.kernel.PortException}: UnknownOutcome when it was sent and its effect is not known; Transient
 * when it certainly was not done; Authentication; Protocol; Rejected when the gate or the platform refuses the whole of
 * it, or the account is not set up for it. Thread-safe.
 */
public interface StockAdjuster {

    /** How many lines one adjustment may have. */
    int maxLines();

    /**
     * Whether a sale between our look and our write can never be lost. False where a platform takes absolute figures
     * only: there a loss is found in the platform's log and repaired, which can come late.
     */
    boolean exact();

    /** Adds all differences. */
    AdjustOutcome adjust(StockAdjustment adjustment);

    /**
     * What became of an adjustment that was sent.
     *
     * @param sent not after the first byte of it left, by our clock
     */
    AdjustProof prove(StockAdjustment adjustment, Instant sent);
}
