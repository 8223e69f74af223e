package io.tallyport.core.inventory;

import java.time.Instant;
import java.util.Optional;

/**
 * What a plan is made from, and how it was read.
 *
 * @param readStarted when the read of it began
 * @param mark from which apply asks the source for what moved since
 * @param cursor what the route has planned through with this plan; empty when it proves nothing about that
 */
record PlanMaterial(
        PlanSide source,
        PlanSide target,
        Instant readStarted,
        Watermark mark,
        Coverage coverage,
        Optional<RouteCursor> cursor) {

    boolean complete() {
        return source.complete() && target.complete();
    }
}
