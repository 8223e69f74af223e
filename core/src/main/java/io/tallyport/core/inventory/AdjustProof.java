package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import java.util.Map;

/**
 * What can be proven of an adjustment whose answer was lost.
 *
 * @param verdicts one for each of its items
 */
public record AdjustProof(Map<ExternalId, Verdict> verdicts) {

    public AdjustProof {
        verdicts = Map.copyOf(verdicts);
    }

    /** What is proven of one line. */
    public enum Verdict {
        /** The platform's own record shows it. */
        DONE,
        /** The platform's own record is complete over the time in question and does not show it. */
        NOT_DONE,
        /** Neither: it is never sent again by itself. */
        UNPROVEN
    }
}
