package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * What became of a {@link StockAdjustment}, line by line.
 *
 * @param lines one for each line of the adjustment, in its order
 */
public record AdjustOutcome(List<Line> lines) {

    public AdjustOutcome {
        lines = List.copyOf(lines);
    }

    /**
     * What became of one line.
     *
     * @param applied what was really added to the level by it: the wanted difference, less of it where the platform takes
     *     no level below zero, or zero
     * @param repaired whether a sale came in between and was put right
     * @param problem why not all of it was applied; empty when it was
     */
    public record Line(ExternalId item, Quantity applied, boolean repaired, Optional<Problem> problem) {}

    /**
     * Why a line was not applied, or not wholly.
     *
     * @param code to look up
     * @param message in the platform's words, or in ours where it had none
     */
    public record Problem(Reason reason, ErrorCode code, String message) {}
}
