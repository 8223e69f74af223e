package io.tallyport.core.purchasing.sync;

import io.tallyport.core.connection.Connectors;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.kernel.ErrorCode;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.purchasing.OrderBook;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchasePolicy;
import io.tallyport.core.purchasing.PurchaseState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Brings one order to its platform: exactly one live consignment with exactly the order's lines, sent, and linked here.
 *
 * <p>May be stopped at any point and started again, also by another process and at the same time: each write is stored before it is
 * sent, one at a time for each order, and what became of it is looked up where no answer came. Doing it again when all is done reads
 * and writes nothing.
 */
public final class SyncPurchaseOrder {

    private final OrderBook book;
    private final IntentJournal journal;
    private final Connectors connectors;
    private final PurchasePolicy policy;

    public SyncPurchaseOrder(OrderBook book, IntentJournal journal, Connectors connectors, PurchasePolicy policy) {
        this.book = book;
        this.journal = journal;
        this.connectors = connectors;
        this.policy = policy;
    }

    /** How a sync ended that did not fail. */
    public enum Ending {
        /** The platform has the order as it is here. */
        IN_STEP,
        /** An answer may still be under way; it goes on at {@link Result#again()}. */
        WAITING,
        /** It waits for a person; {@link PurchaseOrder#hold()} says why. */
        HELD
    }

    /**
     * What came of it.
     *
     * @param order as it is stored now
     * @param message one line for a person
     * @param again when it is worth trying again, of one that waits
     */
    public record Result(PurchaseOrder order, Ending ending, String message, Optional<Instant> again) {}

    /**
     * Syncs.
     *
     * @throws PortException.Rejected when there is no such order, it is not approved, or nothing may be written
     * @throws PortException when the platform cannot be reached or refuses us; Conflict when another worker was faster. It may be
     *     started again whatever was thrown
     */
    public Result sync(PurchaseOrderId id, String actor) {
        PurchaseOrder order = book.require(id);
        checkApproved(order);
        try (RemoteConsignments remote = RemoteConsignments.open(connectors, order.connection())) {
            return sync(order, remote, actor);
        }
    }

    private Result sync(PurchaseOrder order, RemoteConsignments remote, String actor) {
        OrderWrites writes = new OrderWrites(journal, book, order, actor);
        OrderSync sync = new OrderSync(book, remote, writes, order, actor);
        OrderPasses passes = new OrderPasses(book, remote, writes, sync, policy, actor);
        try {
            PurchaseOrder done = order.state() == PurchaseState.CANCELLED ? passes.callOff() : passes.bring();
            return new Result(done, Ending.IN_STEP, words(done), Optional.empty());
        } catch (Pause pause) {
            PurchaseOrder now = pause.code()
                    .map(code -> held(sync.order(), writes, code, pause.reason(), actor))
                    .orElseGet(sync::order);
            return new Result(
                    now, pause.until().isPresent() ? Ending.WAITING : Ending.HELD, pause.reason(), pause.until());
        }
    }

    /**
     * Holds what was looked at, if nobody has moved on meanwhile: what another worker has made since then looks like a stranger's.
     */
    private PurchaseOrder held(PurchaseOrder seen, OrderWrites writes, ErrorCode code, String reason, String actor) {
        return book.stores().unitOfWork().inOne(() -> {
            PurchaseOrder now = book.require(seen.id());
            if (now.revision() != seen.revision() || writes.areOutrun()) {
                throw PurchaseErrors.changed("sync order", seen.id());
            }
            return book.hold(now, code, reason, actor);
        });
    }

    /**
     * What a sync would do now, in words, one for each call that would write; only reads.
     *
     * @throws PortException as {@link #sync}
     */
    public List<String> plan(PurchaseOrderId id) {
        PurchaseOrder order = book.require(id);
        checkApproved(order);
        try (RemoteConsignments remote = RemoteConsignments.open(connectors, order.connection())) {
            OrderWrites writes = new OrderWrites(journal, book, order, "dry run");
            return new PlannedCalls(order, book.stores().partners(), remote, writes, policy).list();
        } catch (Pause pause) {
            return List.of("nothing: it would be held: "
                    + pause.code().map(code -> code.code() + " ").orElse("") + pause.reason());
        }
    }

    private static void checkApproved(PurchaseOrder order) {
        if (order.state() == PurchaseState.DRAFT) {
            throw PurchaseErrors.rejected(
                    "sync order",
                    PurchaseErrors.WRONG_STATE,
                    "order " + order.id() + " is a DRAFT; approve it first: tallyport po approve " + order.id());
        }
    }

    private static String words(PurchaseOrder order) {
        return "order " + order.id() + " is " + order.state()
                + order.link()
                        .map(link -> ", consignment " + link.consignment() + " " + link.status())
                        .orElse("");
    }
}
