package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.ErrorCode;
import java.time.Instant;

/**
 * Why an order waits for a person; stands beside its state. A sync of a held order looks again, and lets it go when the reason is
 * gone.
 *
 * @param code to look up, such as LS002
 * @param reason with the names of what is meant
 */
public record OrderHold(String code, String reason, Instant since) {

    public static OrderHold of(ErrorCode code, String reason, Instant since) {
        return new OrderHold(code.code(), reason, since);
    }
}
