package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.Map;

/**
 * What can be proven of an adjustment whose answer was lost.
 *
 * @param verdicts one for each of its items
 * @param otherwise what was really added, for an item that is done with another difference than the wanted one: a sale
 *     came in between, and the rest is still owed
 */
public record AdjustProof(Map<ExternalId, Verdict> verdicts, Map<ExternalId, Quantity> otherwise) {

    public AdjustProof {
        verdicts = Map.copyOf(verdicts);
        otherwise = Map.copyOf(otherwise);
    }

    /** A proof in which all that is done is done as it was wanted. */
    public AdjustProof(Map<ExternalId, Verdict> verdicts) {
        this(verdicts, Map.of());
    }

    /**
     * What was really added by one line.
     *
     * @throws IllegalStateException while it is unproven
     */
    public Quantity applied(StockAdjustment.Line line) {
        return switch (verdicts.getOrDefault(line.item(), Verdict.UNPROVEN)) {
            case DONE -> otherwise.getOrDefault(line.item(), line.by());
            case NOT_DONE -> Quantity.ZERO;
            case UNPROVEN -> throw new IllegalStateException("it is not proven what became of " + line.item());
        };
    }

    /** What is proven of one line. */
    public enum Verdict {
        /** The platform's own record shows it. */
        DONE,
        /** The platform's own record is complete over the time in question and does not show it, nor can it still come. */
        NOT_DONE,
        /** Neither, so far: it is never sent again by itself. */
        UNPROVEN
    }
}
