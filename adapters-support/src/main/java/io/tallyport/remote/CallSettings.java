package io.tallyport.remote;

import java.time.Duration;

/**
 * How often and how patiently a call is tried.
 *
 * @param attempts the most sendings of one call, the first included
 * @param firstDelay before the second try; doubled before each later one
 * @param longestWait a platform that asks for more is not waited for: the call fails as transient and says when
 * @param breakerFailures that many broken calls in a row, and the connection is left alone for a while
 * @param breakerDelay how long
 */
public record CallSettings(
        int attempts, Duration firstDelay, Duration longestWait, int breakerFailures, Duration breakerDelay) {

    public static final CallSettings DEFAULT =
            new CallSettings(4, Duration.ofSeconds(1), Duration.ofMinutes(2), 12, Duration.ofSeconds(30));

    public CallSettings {
        if (attempts < 1 || breakerFailures < 1) {
            throw new IllegalArgumentException("a call is tried at least once, and a breaker needs a failure");
        }
        if (firstDelay.isNegative() || longestWait.isNegative() || breakerDelay.toMillis() <= 0) {
            throw new IllegalArgumentException("delays are not negative, and a breaker's is positive");
        }
    }

    public CallSettings withAttempts(int number) {
        return new CallSettings(number, firstDelay, longestWait, breakerFailures, breakerDelay);
    }

    /** With patience for waits of up to {@code wait}, unless these settings have more. */
    public CallSettings withLongestWaitOfAtLeast(Duration wait) {
        Duration longer = wait.compareTo(longestWait) > 0 ? wait : longestWait;
        return new CallSettings(attempts, firstDelay, longer, breakerFailures, breakerDelay);
    }
}
