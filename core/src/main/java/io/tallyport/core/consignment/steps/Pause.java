package io.tallyport.core.consignment.steps;

import io.tallyport.core.kernel.ErrorCode;
import java.time.Instant;
import java.util.Optional;

/** Ends the work on a consignment without having failed: it waits for time to pass, or for a person. */
public final class Pause extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Instant> until;
    private final transient Optional<ErrorCode> code;

    private Pause(Optional<Instant> until, Optional<ErrorCode> code, String reason) {
        super(reason, null, false, false);
        this.until = until;
        this.code = code;
    }

    public static Pause until(Instant when, String reason) {
        return new Pause(Optional.of(when), Optional.empty(), reason);
    }

    public static Pause held(ErrorCode code, String reason) {
        return new Pause(Optional.empty(), Optional.of(code), reason);
    }

    public Optional<Instant> until() {
        return until;
    }

    public Optional<ErrorCode> code() {
        return code;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
