package io.tallyport.core.inventory;

import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.Leases;

/** The leases on both locations of a merge, since it writes to both. */
final class MergeLease implements AutoCloseable {

    private final LeaseKeeper source;
    private final LeaseKeeper target;

    private MergeLease(LeaseKeeper source, LeaseKeeper target) {
        this.source = source;
        this.target = target;
    }

    /** The target's lease is the one that every apply holds; the source's comes with it. */
    static MergeLease acquire(LeaseKeeper target, Leases leases, Route route, String holder) {
        return new MergeLease(LeaseKeeper.acquire(leases, "apply:" + route.source(), holder), target);
    }

    /** Ends the run when either is lost: right before each write. */
    void check() {
        source.check();
        target.check();
    }

    @Override
    public void close() {
        source.close();
    }
}
