package io.tallyport.core.counting;

import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.ExternalId;
import java.time.Instant;
import java.util.Optional;

/**
 * How a step of a count ended that did not fail.
 *
 * @param consignment what it is at the platform, where that is known
 * @param message one line for a person
 * @param again when it is worth trying again, of one that waits
 * @param code why it is held
 */
public record CountResult(
        Ending ending,
        Optional<ExternalId> consignment,
        String message,
        Optional<Instant> again,
        Optional<ErrorCode> code) {

    /** How. */
    public enum Ending {
        /** Every figure stands at the platform; no stock has changed. */
        COUNTED,
        /** The figures are the stock. Nothing of it can be done again. */
        DONE,
        /** Nothing of it is live at the platform. */
        CALLED_OFF,
        /** The platform is busy with it, or an answer may still be under way; the same again at {@link CountResult#again()}. */
        WAITING,
        /** It waits for a person; {@link CountResult#code()} says why. */
        HELD
    }

    static CountResult of(Ending ending, Optional<ExternalId> consignment, String message) {
        return new CountResult(ending, consignment, message, Optional.empty(), Optional.empty());
    }

    static CountResult of(Pause pause) {
        return new CountResult(
                pause.until().isPresent() ? Ending.WAITING : Ending.HELD,
                Optional.empty(),
                pause.reason(),
                pause.until(),
                pause.code());
    }
}
