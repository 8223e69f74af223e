package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import java.time.Instant;
import java.util.Optional;

/**
 * Changes stock levels of one connection by differences, for a merge of what both sides sold.
 *
 * <p>An adjustment cannot be repeated: the same one sent twice is added twice. So the caller asks for a {@link #mark},
 * stores an intent with it, sends, and after an unknown outcome asks {@link #prove} before anything else. Nobody else of
 * ours adjusts the same items between mark and proof; the caller sees to that, as with a lease on the location. It asks
 * the gate before each sending. Throws {@link io.tallyport.core.kernel.PortException}: UnknownOutcome when it was sent
 * and its effect is not known; Transient when it certainly was not done; Authentication; Protocol; Rejected when the gate
 * or the platform refuses the whole of it, or the account is not set up for it. Thread-safe.
 */
public interface StockAdjuster {

    /** How many lines one adjustment may have. */
    int maxLines();

    /**
     * Whether a sale between our look and our write can never be lost. False where a platform takes absolute figures
     * only: there a loss is found in the platform's log and repaired, which can come late.
     */
    boolean exact();

    /**
     * Where the platform's own record of changes stands now: whatever is sent after this stands after the mark, whatever
     * had an answer before stands before it, though clocks may tell the same second of both. To be stored with the
     * intent. Empty where a platform needs none.
     */
    default Optional<Watermark> mark(ExternalId location) {
        return Optional.empty();
    }

    /** Adds all differences. */
    AdjustOutcome adjust(StockAdjustment adjustment);

    /**
     * What became of an adjustment that was sent, its mark with it. It is asked until nothing is UNPROVEN, or given up for
     * a person: a write that has not landed yet may still do so for a while, and is not proven absent before that is over.
     *
     * @param sent not after the first byte of it left, by our clock
     */
    AdjustProof prove(StockAdjustment adjustment, Instant sent);
}
