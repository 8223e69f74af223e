package io.tallyport.core.purchasing;

import io.tallyport.core.job.JobId;
import java.util.Optional;

/** Approves orders: from then on the platform is to have them. The approval and the job that carries it out commit together. */
public final class ApprovePurchaseOrder {

    private static final String OPERATION = "approve order";

    private final OrderBook book;
    private final SyncRequests requests;
    private final PurchasePolicy policy;

    public ApprovePurchaseOrder(OrderBook book, SyncRequests requests, PurchasePolicy policy) {
        this.book = book;
        this.requests = requests;
        this.policy = policy;
    }

    /**
     * What came of it.
     *
     * @param job which carries it over; empty where approvals do not ask for one
     */
    public record Result(PurchaseOrder order, Optional<JobId> job) {}

    /**
     * Approves a draft.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when there is none, or it is not a draft any more
     * @throws io.tallyport.core.kernel.PortException.Conflict when somebody changes it at this moment
     */
    public Result approve(PurchaseOrderId id, String actor) {
        return book.stores().unitOfWork().inOne(() -> {
            PurchaseOrder draft = book.require(id);
            if (draft.state() != PurchaseState.DRAFT || draft.deletedAt().isPresent()) {
                throw PurchaseErrors.rejected(
                        OPERATION,
                        PurchaseErrors.WRONG_STATE,
                        "order " + id + " is "
                                + draft.deletedAt()
                                        .map(at -> "deleted")
                                        .orElse(draft.state().name())
                                + ", only a DRAFT is approved");
            }
            PurchaseOrder approved = book.replace(
                    draft.withState(PurchaseState.APPROVED).withSyncDue(true),
                    book.event(draft, PurchaseEvent.Kind.APPROVED, "", actor));
            Optional<JobId> job = policy.syncOnApproval() ? Optional.of(requests.ask(approved)) : Optional.empty();
            return new Result(approved, job);
        });
    }
}
