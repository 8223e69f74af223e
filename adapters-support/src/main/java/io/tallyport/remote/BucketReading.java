package io.tallyport.remote;

import java.util.Optional;

/**
 * What a platform says about its rate budget at one moment.
 *
 * @param capacity what can be spent at once when nothing was spent for long
 * @param available what can be spent now; may be negative
 * @param perSecond what comes back; a value that is not positive means that the platform did not say
 */
public record BucketReading(double capacity, double available, double perSecond) {

    /** A leaky bucket, told as how full it is. */
    public static BucketReading leaky(double level, double size, double dripPerSecond) {
        return new BucketReading(size, size - level, dripPerSecond);
    }

    /** A leaky bucket, told as headers such as {@code 92.57/90} and {@code 1.5}; empty when they make no sense. */
    public static Optional<BucketReading> leaky(String levelOfSize, String dripPerSecond) {
        String[] parts = levelOfSize.split("/", -1);
        try {
            return parts.length == 2
                    ? Optional.of(leaky(
                            Double.parseDouble(parts[0].strip()),
                            Double.parseDouble(parts[1].strip()),
                            Double.parseDouble(dripPerSecond.strip())))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A bucket of points, as Shopify's {@code throttleStatus} tells it. */
    public static BucketReading points(double maximumAvailable, double currentlyAvailable, double restoreRate) {
        return new BucketReading(maximumAvailable, currentlyAvailable, restoreRate);
    }
}
