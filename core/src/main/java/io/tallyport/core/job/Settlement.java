package io.tallyport.core.job;

import java.time.Duration;
import java.util.Optional;

/**
 * How a claim ends.
 *
 * @param fence the claim's
 * @param after how long the job waits then, for {@link Ending#RETRY} and {@link Ending#PARKED}
 * @param code why, as a word to filter by, such as {@code transient}; empty when it was done
 * @param message why, for a person; shortened to 2,000 characters where it is stored
 * @param output what the handler gave back
 */
public record Settlement(
        JobId id, long fence, Ending ending, Duration after, String code, String message, Optional<String> output) {

    /** How a claim ends. */
    public enum Ending {
        /** It is done. */
        COMPLETED,
        /** It is tried again after a while, when it has a try left; else it is dead. */
        RETRY,
        /** It is not tried again. */
        DEAD,
        /** A person took it back, and the handler stopped. */
        CANCELLED,
        /** It was not begun or is given up in good order: it waits again at once, and this was no try. */
        HANDED_BACK,
        /** Its group rests for a while, this was no try, and no other job of the group is claimed meanwhile. */
        PARKED
    }

    public static Settlement completed(ClaimedJob job, Optional<String> output) {
        return new Settlement(job.id(), job.fence(), Ending.COMPLETED, Duration.ZERO, "", "", output);
    }

    public static Settlement retry(ClaimedJob job, Duration after, String code, String message) {
        return new Settlement(job.id(), job.fence(), Ending.RETRY, after, code, message, Optional.empty());
    }

    public static Settlement dead(ClaimedJob job, String code, String message) {
        return new Settlement(job.id(), job.fence(), Ending.DEAD, Duration.ZERO, code, message, Optional.empty());
    }

    public static Settlement cancelled(ClaimedJob job, String message) {
        return new Settlement(
                job.id(), job.fence(), Ending.CANCELLED, Duration.ZERO, "cancelled", message, Optional.empty());
    }

    public static Settlement handedBack(ClaimedJob job, String message) {
        return new Settlement(
                job.id(), job.fence(), Ending.HANDED_BACK, Duration.ZERO, "handed-back", message, Optional.empty());
    }

    public static Settlement parked(ClaimedJob job, Duration after, String code, String message) {
        return new Settlement(job.id(), job.fence(), Ending.PARKED, after, code, message, Optional.empty());
    }
}
