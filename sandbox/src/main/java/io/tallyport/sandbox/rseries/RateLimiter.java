package io.tallyport.sandbox.rseries;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The account's leaky bucket and, before it, a burst limiter of fixed one-second windows.
 *
 * <p>The bucket holds 90, and 10 more per register after the first; it drips 1 a second, and 0.5 more per such register.
 * A request passes while the bucket is not full, so the first to overflow it passes and the level may exceed the size.
 */
final class RateLimiter {

    private static final int BURST = 20;
    private static final int SCALE = 10_000;

    private final Clock clock;
    private final long size;
    private final long dripPerMilli;
    private long level;
    private long levelAt;
    private long window;
    private int inWindow;

    RateLimiter(Clock clock, int registers) {
        this.clock = clock;
        this.size = (90L + 10L * (registers - 1)) * SCALE;
        this.dripPerMilli = (2L + (registers - 1)) * SCALE / 2_000;
        this.levelAt = clock.millis();
        this.window = Math.floorDiv(levelAt, 1_000L);
    }

    /** Takes {@code cost}, in tenths, unless a limit is reached. */
    synchronized Charge charge(int costInTenths) {
        long now = clock.millis();
        drip(now);
        if (Math.floorDiv(now, 1_000L) != window) {
            window = Math.floorDiv(now, 1_000L);
            inWindow = 0;
        }
        long cost = costInTenths * (SCALE / 10L);
        if (inWindow >= BURST) {
            return refused(cost, "api-burst-limiter", 1);
        }
        inWindow++;
        if (level >= size) {
            long millis = (level - size) / dripPerMilli + 1;
            return refused(cost, "api-leaky-bucket", Math.floorDiv(millis - 1, 1_000L) + 1);
        }
        level += cost;
        return new Charge(true, headers(cost));
    }

    /** What a request refused by the bucket would be told now, without being one. */
    synchronized Charge pretended(int costInTenths, String retryAfter) {
        drip(clock.millis());
        long before = level;
        level = Math.max(level, size + SCALE * 257L / 100);
        Map<String, String> headers = headers(costInTenths * (SCALE / 10L));
        level = before;
        headers.put("X-LS-API-RateLimit-Type", "api-leaky-bucket");
        headers.put("Retry-After", retryAfter);
        return new Charge(false, headers);
    }

    private Charge refused(long cost, String type, long seconds) {
        Map<String, String> headers = headers(cost);
        headers.put("X-LS-API-RateLimit-Type", type);
        headers.put("Retry-After", Long.toString(seconds));
        return new Charge(false, headers);
    }

    private void drip(long now) {
        if (now > levelAt) {
            level = Math.max(0, level - (now - levelAt) * dripPerMilli);
        }
        levelAt = now;
    }

    private Map<String, String> headers(long cost) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-LS-API-Bucket-Level", decimal(level) + "/" + decimal(size));
        headers.put("X-LS-API-Burst-Level", inWindow + "/" + BURST);
        headers.put("X-LS-API-Drip-Rate", decimal(dripPerMilli * 1_000));
        headers.put("X-LS-API-Request-Cost", decimal(cost));
        return headers;
    }

    private static String decimal(long scaled) {
        BigDecimal number = BigDecimal.valueOf(scaled).divide(BigDecimal.valueOf(SCALE), 2, RoundingMode.HALF_UP);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
