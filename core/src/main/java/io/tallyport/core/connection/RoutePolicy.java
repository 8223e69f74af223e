package io.tallyport.core.connection;

import java.time.Duration;

/**
 * How a route decides.
 *
 * @param merge whose figure counts
 * @param webOrders how web orders reach the POS
 * @param reviewThreshold units; a difference strictly greater is held for a person
 * @param guard what a whole plan may change
 * @param planLifetime how long a plan may be applied, from the end of its read
 * @param scope which SKUs
 * @param fullEvery how old the last whole read may be before a sync reads everything again, since a read of what changed
 *     can miss something
 */
public record RoutePolicy(
        MergePolicy merge,
        WebOrders webOrders,
        long reviewThreshold,
        BlastRadius guard,
        Duration planLifetime,
        SkuScope scope,
        Duration fullEvery) {

    public static final long DEFAULT_REVIEW_THRESHOLD = 10;
    public static final Duration DEFAULT_PLAN_LIFETIME = Duration.ofMinutes(60);
    public static final Duration MAX_PLAN_LIFETIME = Duration.ofHours(12);

    public static final Duration DEFAULT_FULL_EVERY = Duration.ofHours(24);
    public static final Duration MAX_FULL_EVERY = Duration.ofDays(31);

    public RoutePolicy {
        if (merge == MergePolicy.SOURCE_WINS && webOrders == WebOrders.NEVER_AT_POS) {
            throw new IllegalArgumentException(
                    "SOURCE_WINS with NEVER_AT_POS is refused: the POS does not know what the"
                            + " web shop sold, so each sync would put sold units back on sale");
        }
        if (merge == MergePolicy.MERGE_DELTAS && webOrders != WebOrders.NEVER_AT_POS) {
            throw new IllegalArgumentException(
                    "MERGE_DELTAS goes with NEVER_AT_POS alone: it carries each web order to the"
                            + " POS itself, and one that is entered there as well would count twice");
        }
        if (reviewThreshold < 0) {
            throw new IllegalArgumentException("the review threshold is not negative");
        }
        if (planLifetime.isNegative() || planLifetime.isZero() || planLifetime.compareTo(MAX_PLAN_LIFETIME) > 0) {
            throw new IllegalArgumentException("a plan lives longer than nothing and at most "
                    + MAX_PLAN_LIFETIME.toHours() + " hours, since platforms forget write keys after a day");
        }
        if (fullEvery.isNegative() || fullEvery.compareTo(MAX_FULL_EVERY) > 0) {
            throw new IllegalArgumentException("everything is read again after at most " + MAX_FULL_EVERY.toDays()
                    + " days, and after 0 each time");
        }
    }

    /** With the default for how often everything is read. */
    public RoutePolicy(
            MergePolicy merge,
            WebOrders webOrders,
            long reviewThreshold,
            BlastRadius guard,
            Duration planLifetime,
            SkuScope scope) {
        this(merge, webOrders, reviewThreshold, guard, planLifetime, scope, DEFAULT_FULL_EVERY);
    }

    /** MERGE_DELTAS with the defaults for everything that has one. */
    public static RoutePolicy mergeDeltas() {
        return new RoutePolicy(
                MergePolicy.MERGE_DELTAS,
                WebOrders.NEVER_AT_POS,
                DEFAULT_REVIEW_THRESHOLD,
                BlastRadius.DEFAULT,
                DEFAULT_PLAN_LIFETIME,
                SkuScope.ALL);
    }

    /** The defaults for everything that has one. */
    public static RoutePolicy sourceWins(WebOrders webOrders) {
        return new RoutePolicy(
                MergePolicy.SOURCE_WINS,
                webOrders,
                DEFAULT_REVIEW_THRESHOLD,
                BlastRadius.DEFAULT,
                DEFAULT_PLAN_LIFETIME,
                SkuScope.ALL);
    }
}
