package io.tallyport.core.webhook;

import java.time.Duration;

/**
 * How hooks are taken.
 *
 * @param maxBytes of a body
 * @param refusals how many hooks without a right signature are looked at from one source
 * @param window in this time
 * @param attempts how often a hook's handler tries until the hook is set aside
 * @param keep how long settled hooks are kept
 */
public record WebhookSettings(int maxBytes, int refusals, Duration window, int attempts, Duration keep) {

    private static final int FIVE_MEGABYTES = 5 * 1024 * 1024;

    /** Five megabytes, 200 in a minute, 8 tries, 30 days. */
    public static final WebhookSettings DEFAULT =
            new WebhookSettings(FIVE_MEGABYTES, 200, Duration.ofMinutes(1), 8, Duration.ofDays(30));

    public WebhookSettings {
        if (maxBytes < 1 || refusals < 1 || attempts < 1) {
            throw new IllegalArgumentException("bytes, refusals and attempts are 1 at least, got " + maxBytes + ", "
                    + refusals + " and " + attempts);
        }
        if (window.isNegative() || window.isZero() || keep.isNegative()) {
            throw new IllegalArgumentException(
                    "the window is above zero and the time to keep not below it, got " + window + " and " + keep);
        }
    }
}
