package io.tallyport.core.job;

import io.tallyport.core.kernel.PortException;
import java.time.Duration;
import java.util.Optional;

/**
 * How a try ended, in the handler's words.
 *
 * @param kind what is to be done
 * @param after when the next try is wanted, where the platform or the handler said so
 * @param message for a person
 * @param output for those who look at the job later
 */
public record Outcome(Kind kind, Optional<Duration> after, String message, Optional<String> output) {

    /** What is to be done. */
    public enum Kind {
        DONE("done"),
        /** By the type's schedule, or after the given time. */
        RETRY("transient"),
        /** Never again: it cannot work. */
        GIVE_UP("rejected"),
        /** Somebody was faster; a retry sees the new state. */
        CONFLICT("conflict"),
        /** The platform does not accept us: nothing of the connection can work until a person has acted. */
        AUTHENTICATION("authentication"),
        /** The platform refuses everything for a while: the group rests and no try is used. */
        REFUSED("refused"),
        /** It stopped because it was asked to. */
        CANCELLED("cancelled");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The reason stored with the job. */
        public String code() {
            return code;
        }
    }

    public static Outcome done() {
        return new Outcome(Kind.DONE, Optional.empty(), "", Optional.empty());
    }

    /** Done, with something to keep. */
    public static Outcome done(String output) {
        return new Outcome(Kind.DONE, Optional.empty(), "", Optional.of(output));
    }

    public static Outcome retry(String message) {
        return new Outcome(Kind.RETRY, Optional.empty(), message, Optional.empty());
    }

    public static Outcome retryAfter(Duration after, String message) {
        return new Outcome(Kind.RETRY, Optional.of(after), message, Optional.empty());
    }

    public static Outcome giveUp(String message) {
        return new Outcome(Kind.GIVE_UP, Optional.empty(), message, Optional.empty());
    }

    public static Outcome refused(Duration after, String message) {
        return new Outcome(Kind.REFUSED, Optional.of(after), message, Optional.empty());
    }

    public static Outcome cancelled(String message) {
        return new Outcome(Kind.CANCELLED, Optional.empty(), message, Optional.empty());
    }

    /** What a port's failure means for a job. */
    public static Outcome of(PortException failure) {
        Kind kind = switch (failure.kind()) {
            case TRANSIENT, UNKNOWN_OUTCOME -> Kind.RETRY;
            case CONFLICT -> Kind.CONFLICT;
            case AUTHENTICATION -> Kind.AUTHENTICATION;
            case REJECTED, PROTOCOL -> Kind.GIVE_UP;
        };
        Optional<Duration> after =
                failure instanceof PortException.Transient later ? later.retryAfter() : Optional.empty();
        return new Outcome(kind, after, failure.describe(), Optional.empty());
    }
}
