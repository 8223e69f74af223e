package io.tallyport.remote;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The {@code Retry-After} header in all its dialects: seconds (R-Series), decimal seconds (Shopify's old API), or a date
 * (X-Series), which is measured against the answer's own {@code Date} header so that a wrong clock here does no harm.
 */
public final class RetryAfter {

    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

    private RetryAfter() {}

    /** Empty when there is none or it makes no sense; never negative, never more than a day. */
    static Optional<Duration> of(Answer<?> answer, Instant now) {
        return answer.header("retry-after")
                .flatMap(text -> parse(text, answer.date().orElse(now)));
    }

    /**
     * The same for a wait that a platform words elsewhere than in that header.
     *
     * @param serverTime what a date is measured against
     */
    public static Optional<Duration> parse(String text, Instant serverTime) {
        Optional<Duration> wait = HttpDates.parse(text).map(until -> Duration.between(serverTime, until));
        if (wait.isPresent()) {
            return wait.map(RetryAfter::clamped);
        }
        try {
            BigDecimal seconds = new BigDecimal(text.strip()).min(LONGEST).max(BigDecimal.ZERO);
            return Optional.of(Duration.ofMillis(seconds.multiply(MILLIS).longValue()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Duration clamped(Duration wait) {
        Duration day = Duration.ofDays(1);
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(day) > 0 ? day : wait;
    }
}
