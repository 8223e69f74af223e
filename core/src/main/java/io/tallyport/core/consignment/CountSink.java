package io.tallyport.core.consignment;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.Map;

/**
 * Completes counts (STOCKTAKE) of one connection. What was counted is entered by {@link ConsignmentLineSink#receive}. Sends, asks
 * the gate and fails as {@link ConsignmentSink} does. Thread-safe.
 */
public interface CountSink {

    /** How many items a count can be limited to; more is only possible as a count of the whole outlet. */
    int mostItems();

    /**
     * Makes the counted figures the stock, only where the count is about exactly these items and says exactly these figures: it is
     * read once more, right before the call, and anything else is a Conflict, and nothing is done. A platform that does not tell
     * zero from nothing entered passes as zero only for an item that {@code counted} has with zero. One that is COMPLETE already
     * is left as it is. While the platform is still listing what it is about, it is Transient.
     *
     * <p>After an unknown outcome a read that shows COMPLETE proves it. Until no answer can be under way any more, no figure of
     * the count may be changed: the call would complete it with whatever stands there when it lands.
     *
     * @param counted by item, all of them
     */
    void complete(ExternalId count, Map<ExternalId, Quantity> counted);
}
