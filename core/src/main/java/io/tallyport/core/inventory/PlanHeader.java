package io.tallyport.core.inventory;

import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.RoutePolicy;
import io.tallyport.core.kernel.RouteId;
import java.time.Instant;

/**
 * What a plan is about: known before its first row.
 *
 * @param environment of both connections
 * @param source where the figures come from; of an undo, the other end of its route, which is not asked
 * @param policy as it was when the plan was made
 * @param readStarted when the read began
 * @param readEnded when the read ended
 * @param expires when it may not be applied any more
 * @param watermark the source's own time at the <em>start</em> of the read: what moved since then is asked for at apply
 * @param complete whether the reads proved that they saw everything; in a cycle, whether the last whole reads did
 * @param coverage whether it covers everything or what changed
 * @param origin what it was made from
 */
public record PlanHeader(
        PlanId id,
        RouteId route,
        Environment environment,
        LocationRef source,
        LocationRef target,
        RoutePolicy policy,
        Instant readStarted,
        Instant readEnded,
        Instant expires,
        Watermark watermark,
        boolean complete,
        Coverage coverage,
        PlanOrigin origin) {

    /** The header of a sync's plan. */
    public PlanHeader(
            PlanId id,
            RouteId route,
            Environment environment,
            LocationRef source,
            LocationRef target,
            RoutePolicy policy,
            Instant readStarted,
            Instant readEnded,
            Instant expires,
            Watermark watermark,
            boolean complete,
            Coverage coverage) {
        this(
                id,
                route,
                environment,
                source,
                target,
                policy,
                readStarted,
                readEnded,
                expires,
                watermark,
                complete,
                coverage,
                PlanOrigin.SYNC);
    }

    /** Whether it sets back levels where its route does not lead, so that the route acknowledges none of them. */
    boolean leadsElsewhere() {
        return source.equals(target);
    }
}
