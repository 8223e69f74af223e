package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ErrorCode;
import java.util.List;
import java.util.Optional;

/**
 * What a platform answered to a {@link StockWrite}.
 *
 * @param status what became of the whole write
 * @param problems the refused lines, where the platform named them
 * @param vendorReference the platform's id of the change, where it gave one
 */
public record SetOutcome(Status status, List<LineProblem> problems, Optional<String> vendorReference) {

    public SetOutcome {
        problems = List.copyOf(problems);
    }

    /** What became of the write. */
    public enum Status {
        /** All lines are set. */
        APPLIED,
        /** All lines were so already; nothing changed. */
        UNCHANGED,
        /** At least one level was not what it had to be; nothing was written, and which line is not told. */
        STALE,
        /** At least one line is not possible; nothing was written. */
        REFUSED,
        /** An earlier try under the same key failed; nothing was written, and a new key is needed. */
        KEY_SPENT
    }

    /**
     * One refused line.
     *
     * @param line its index in the write, from 0
     * @param reason the row's reason from now on
     * @param code to look up
     * @param message in the platform's words
     */
    public record LineProblem(int line, Reason reason, ErrorCode code, String message) {}

    public static SetOutcome of(Status status) {
        return new SetOutcome(status, List.of(), Optional.empty());
    }

    public static SetOutcome applied(Optional<String> vendorReference) {
        return new SetOutcome(Status.APPLIED, List.of(), vendorReference);
    }

    public static SetOutcome refused(List<LineProblem> problems) {
        return new SetOutcome(Status.REFUSED, problems, Optional.empty());
    }
}
