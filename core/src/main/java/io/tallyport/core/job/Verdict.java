package io.tallyport.core.job;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how a claim ends, from how its try went. */
final class Verdict {

    /** How long a connection's jobs rest when it is not let in: long enough for a person, short enough to go on by itself. */
    static final Duration AUTHENTICATION_REST = Duration.ofMinutes(15);

    static final String PAYLOAD = "payload";
    static final String ERROR = "error";
    static final String TIME_LIMIT = "time-limit";

    private final RetrySchedule retries;
    private final double random;

    /** @param random from 0 to 1, for the jitter */
    Verdict(RetrySchedule retries, double random) {
        this.retries = retries;
        this.random = random;
    }

    Settlement of(ClaimedJob job, Outcome outcome) {
        String code = outcome.kind().code();
        String message = outcome.message();
        return switch (outcome.kind()) {
            case DONE -> Settlement.completed(job, outcome.output());
            case RETRY, CONFLICT -> Settlement.retry(job, wait(job, outcome.after()), code, message);
            case GIVE_UP -> Settlement.dead(job, code, message);
            case AUTHENTICATION -> Settlement.parked(job, outcome.after().orElse(AUTHENTICATION_REST), code, message);
            case REFUSED -> Settlement.parked(job, wait(job, outcome.after()), code, message);
            case CANCELLED -> Settlement.cancelled(job, message);
        };
    }

    private Duration wait(ClaimedJob job, Optional<Duration> wanted) {
        return wanted.filter(after -> !after.isNegative()).orElseGet(() -> retries.delayAfter(job.attempt(), random));
    }

    /** The handler failed in a way that it did not foresee. */
    Settlement failed(ClaimedJob job, Throwable failure) {
        return Settlement.retry(job, wait(job, Optional.empty()), ERROR, describe(failure));
    }

    /** It took longer than its type allows. */
    Settlement tooLong(ClaimedJob job, Duration limit) {
        return Settlement.retry(
                job,
                wait(job, Optional.empty()),
                TIME_LIMIT,
                "the try was stopped after its time limit of " + limit + "; raise the type's limit if it needs longer");
    }

    static Settlement unreadable(ClaimedJob job, Throwable failure) {
        return Settlement.dead(
                job,
                PAYLOAD,
                "the payload, version " + job.version() + ", cannot be read: " + describe(failure)
                        + "; correct it and replay the job");
    }

    private static String describe(Throwable failure) {
        @Nullable String message = failure.getMessage();
        String name = failure.getClass().getName();
        return message == null ? name : name + ": " + message;
    }
}
