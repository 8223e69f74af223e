package io.tallyport.sandbox.xseries;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The retailer's allowance: 300 requests for each register and 50 more in each window of five minutes. */
final class RateLimiter {

    private static final int PER_REGISTER = 300;
    private static final int BESIDES = 50;
    private static final long WINDOW_SECONDS = 300;
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

    private final Clock clock;
    private final int limit;
    private long window;
    private int used;

    RateLimiter(Clock clock, int registers) {
        this.clock = clock;
        this.limit = PER_REGISTER * registers + BESIDES;
        this.window = windowNow();
    }

    /** Takes one request from the window's allowance, unless it is used up. */
    synchronized Charge charge() {
        turn();
        if (used >= limit) {
            return new Charge(false, refused(Optional.empty()));
        }
        used++;
        return new Charge(true, headers(limit - used));
    }

    /** What a request beyond the allowance would be told now, without being one. */
    synchronized Charge pretended(Optional<String> retryAfter) {
        turn();
        return new Charge(false, refused(retryAfter));
    }

    private void turn() {
        long now = windowNow();
        if (now != window) {
            window = now;
            used = 0;
        }
    }

    private long windowNow() {
        return Math.floorDiv(clock.instant().getEpochSecond(), WINDOW_SECONDS);
    }

    private Map<String, String> refused(Optional<String> retryAfter) {
        Map<String, String> headers = headers(0);
        Instant end = Instant.ofEpochSecond((window + 1) * WINDOW_SECONDS);
        headers.put("Retry-After", retryAfter.orElseGet(() -> HTTP_DATE.format(end.atOffset(ZoneOffset.UTC))));
        return headers;
    }

    private Map<String, String> headers(int remaining) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-RateLimit-Limit", Integer.toString(limit));
        headers.put("X-RateLimit-Remaining", Integer.toString(remaining));
        return headers;
    }
}
