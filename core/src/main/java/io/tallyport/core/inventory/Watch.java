package io.tallyport.core.inventory;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import java.util.Optional;
import java.util.Set;

/** Knows what the figures that a plan rests on are by now, while the plan is applied. */
interface Watch {

    /** Looks again unless the last look is fresh. */
    void look();

    /** Looks again, however fresh the last look is. */
    void lookNow();

    /** The source's items that a look has brought; some may be as they were. */
    Set<ExternalId> changedItems();

    /** The figure that the row comes from, as last known; empty when its level is gone. */
    Optional<Quantity> local(PlanRow row);

    /** Of a plan whose figures are of the past, which moves no more. */
    static Watch ofThePast() {
        return new Watch() {
            @Override
            public void look() {}

            @Override
            public void lookNow() {}

            @Override
            public Set<ExternalId> changedItems() {
                return Set.of();
            }

            @Override
            public Optional<Quantity> local(PlanRow row) {
                return row.local();
            }
        };
    }
}
