package io.tallyport.core.inventory;

import io.tallyport.core.connection.Environment;
import io.tallyport.core.kernel.RouteId;
import java.time.Instant;

/**
 * What the database knows of a plan, and decides by.
 *
 * @param hash of the file that may be applied
 * @param file where it was written, for people
 * @param rows rows that would be written when everything held were approved
 * @param origin what it was made from
 */
public record PlanRecord(
        PlanId id,
        RouteId route,
        Environment environment,
        String hash,
        PlanState state,
        Instant created,
        Instant expires,
        String file,
        long rows,
        PlanOrigin origin) {

    /** A sync's plan. */
    public PlanRecord(
            PlanId id,
            RouteId route,
            Environment environment,
            String hash,
            PlanState state,
            Instant created,
            Instant expires,
            String file,
            long rows) {
        this(id, route, environment, hash, state, created, expires, file, rows, PlanOrigin.SYNC);
    }

    public PlanRecord with(String newHash, PlanState newState) {
        return new PlanRecord(id, route, environment, newHash, newState, created, expires, file, rows, origin);
    }
}
