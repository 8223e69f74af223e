package io.tallyport.core.inventory;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** One read on its way into the mirror of a location, by the only one who may write that mirror meanwhile. */
final class MirrorUpdate implements AutoCloseable {

    private static final String OPERATION = "read location";

    private final CycleStores stores;
    private final Connection connection;
    private final LocationRef location;
    private final Clock clock;
    private final LeaseKeeper lease;
    private final long revision;
    private int written;

    private MirrorUpdate(
            CycleStores stores, Connection connection, LocationRef location, Clock clock, LeaseKeeper lease) {
        this.stores = stores;
        this.connection = connection;
        this.location = location;
        this.clock = clock;
        this.lease = lease;
        this.revision =
                stores.mirror().state(location).map(MirrorState::revision).orElse(0L) + 1;
    }

    /**
     * Begins under a lease.
     *
     * @throws PortException.Rejected with {@link PlanErrors#READING} while another has it
     */
    static MirrorUpdate begin(CycleStores stores, Connection connection, LocationRef location, Clock clock) {
        LeaseKeeper lease = LeaseKeeper.acquire(
                stores.leases(),
                "mirror:" + location,
                UUID.randomUUID().toString(),
                System::nanoTime,
                who -> PlanErrors.rejected(OPERATION, PlanErrors.READING, location + ": " + who));
        try {
            return new MirrorUpdate(stores, connection, location, clock, lease);
        } catch (RuntimeException failed) {
            lease.close();
            throw failed;
        }
    }

    long revision() {
        return revision;
    }

    /** How many rows differed so far. */
    int written() {
        return written;
    }

    void put(List<StockLevel> levels) {
        check();
        written += stores.sink().put(location, revision, levels);
    }

    void keepOnly(Predicate<ExternalId> seen) {
        check();
        written += stores.sink().keepOnly(location, revision, seen);
    }

    /** Makes what was put the mirror's own; until then it is as if it had not been read. */
    void finish(MirrorRead.Kind kind, Watermark mark) {
        check();
        MirrorRead read = new MirrorRead(kind, revision, connection.basis(), mark, clock.instant());
        if (!stores.sink().advance(location, read)) {
            throw lost();
        }
    }

    private void check() {
        if (lease.isLost()) {
            throw lost();
        }
    }

    private static PortException.Transient lost() {
        return new PortException.Transient(
                FailureContext.of(OPERATION).withCode(PlanErrors.READING),
                "another process may have taken over this location; try again",
                null);
    }

    @Override
    public void close() {
        lease.close();
    }
}
