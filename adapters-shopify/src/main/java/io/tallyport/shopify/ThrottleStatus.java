package io.tallyport.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an answer says about the shop's bucket of points.
 *
 * <p>Rests on shopify.dev "Rate limits" (docs/api/usage/limits): the size and the rate differ from plan to plan and are
 * read from each answer, as whole or as decimal numbers.
 *
 * @param maximum the size of the bucket, in points
 * @param available the points in it now
 * @param restoreRate points a second
 */
record ThrottleStatus(double maximum, double available, double restoreRate) {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration UNKNOWN = Duration.ofSeconds(1);

    /** The status in an answer's {@code extensions.cost}; empty where there is none or it makes no sense. */
    static Optional<ThrottleStatus> of(JsonNode cost) {
        JsonNode status = cost.path("throttleStatus");
        if (!status.path("maximumAvailable").isNumber()
                || !status.path("currentlyAvailable").isNumber()
                || !status.path("restoreRate").isNumber()) {
            return Optional.empty();
        }
        ThrottleStatus read = new ThrottleStatus(
                status.path("maximumAvailable").asDouble(),
                status.path("currentlyAvailable").asDouble(),
                status.path("restoreRate").asDouble());
        return read.maximum > 0 && read.restoreRate > 0 ? Optional.of(read) : Optional.empty();
    }

    /** How long until a query that asks for {@code requested} points may be sent; a second where nothing is known. */
    static Duration delay(Optional<ThrottleStatus> status, OptionalDouble requested) {
        if (status.isEmpty() || requested.isEmpty()) {
            return UNKNOWN;
        }
        double missing = requested.getAsDouble() - status.get().available();
        long millis = (long) Math.ceil(missing / status.get().restoreRate() * 1000);
        return millis <= SHORTEST.toMillis() ? SHORTEST : Duration.ofMillis(millis);
    }
}
