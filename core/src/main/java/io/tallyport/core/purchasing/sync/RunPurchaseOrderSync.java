package io.tallyport.core.purchasing.sync;

import io.tallyport.core.job.JobContext;
import io.tallyport.core.job.JobHandler;
import io.tallyport.core.job.Outcome;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseOrderSync;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Brings an order to its platform as a job. Doing it again is harmless. An order that waits for a person is no failure of the job: the
 * order says why, and a new sync is asked for when it was seen to.
 */
public final class RunPurchaseOrderSync implements JobHandler<PurchaseOrderSync> {

    /** Who is named for what a job does. */
    public static final String ACTOR = "purchase-order-sync";

    private final SyncPurchaseOrder syncPurchaseOrder;
    private final Clock clock;

    public RunPurchaseOrderSync(SyncPurchaseOrder syncPurchaseOrder, Clock clock) {
        this.syncPurchaseOrder = syncPurchaseOrder;
        this.clock = clock;
    }

    @Override
    public Outcome handle(PurchaseOrderSync payload, JobContext context) {
        context.assertHeld();
        try {
            SyncPurchaseOrder.Result result = syncPurchaseOrder.sync(payload.id(), ACTOR);
            return switch (result.ending()) {
                case IN_STEP -> Outcome.done(result.message());
                case HELD -> Outcome.done("held: " + result.message());
                case WAITING -> Outcome.retryAfter(wait(result.again().orElseGet(clock::instant)), result.message());
            };
        } catch (PortException failed) {
            boolean gone = failed.context()
                    .code()
                    .filter(PurchaseErrors.NO_SUCH_ORDER::equals)
                    .isPresent();
            return gone ? Outcome.done("left out: " + failed.describe()) : Outcome.of(failed);
        }
    }

    private Duration wait(Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        return left.isNegative() ? Duration.ZERO : left.plusSeconds(1);
    }
}
