package io.tallyport.core.job;

/**
 * What a job is about, so that it waits once only.
 *
 * <p>Of the jobs with one key at most one waits (pending, failed or blocked) and at most one is processed. One that is
 * enqueued while another is processed becomes its single successor.
 *
 * @param key up to 190 characters, such as {@code stock-cycle:main}
 * @param onWaiting what is done when one waits already
 */
public record Identity(String key, OnWaiting onWaiting) {

    private static final int LENGTH = 190;

    /** What is done when a job with the key waits already. */
    public enum OnWaiting {
        /** Nothing is added: the one that waits does it. */
        IGNORE,
        /** The one that waits gets the new payload and its version; its place and its tries stay as they are. */
        REPLACE,
        /** The call fails with PortException.Conflict and adds nothing. */
        FAIL
    }

    public Identity {
        if (key.isBlank() || key.length() > LENGTH) {
            throw new IllegalArgumentException(
                    "an identity key has 1 to " + LENGTH + " characters, got " + key.length());
        }
    }
}
