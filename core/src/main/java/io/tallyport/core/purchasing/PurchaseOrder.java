package io.tallyport.core.purchasing;

import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A purchase order, or a transfer or return, which are made in the same way.
 *
 * @param revision grows with each change; who changes an order names the revision that he has seen
 * @param source who sends the goods, by the name people here use; see {@link OrderDraft}
 * @param lines each SKU once, in the order in which they were written
 * @param syncDue whether the platform does not have it as it is here
 * @param hold why it waits for a person
 * @param link which consignment it is at the platform, once known
 * @param deletedAt when it was deleted here; it is kept all the same
 */
public record PurchaseOrder(
        PurchaseOrderId id,
        long revision,
        ConnectionId connection,
        ConsignmentKind kind,
        String source,
        String outlet,
        String note,
        List<PurchaseLine> lines,
        PurchaseState state,
        boolean syncDue,
        Optional<OrderHold> hold,
        Optional<RemoteLink> link,
        Optional<Instant> deletedAt,
        String createdBy,
        Instant createdAt,
        Instant changedAt) {

    public PurchaseOrder {
        lines = List.copyOf(lines);
    }

    /** A new order, as a store makes it of a draft. */
    public static PurchaseOrder of(PurchaseOrderId id, OrderDraft draft, String actor, Instant now) {
        return new PurchaseOrder(
                id,
                1,
                draft.connection(),
                draft.kind(),
                draft.source(),
                draft.outlet(),
                draft.note(),
                draft.lines(),
                PurchaseState.DRAFT,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                actor,
                now,
                now);
    }

    public Optional<PurchaseLine> line(Sku sku) {
        return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }

    public PurchaseOrder withState(PurchaseState next) {
        return copy(revision, lines, next, syncDue, hold, link, deletedAt, changedAt);
    }

    public PurchaseOrder withLines(List<PurchaseLine> others) {
        return copy(revision, others, state, syncDue, hold, link, deletedAt, changedAt);
    }

    /** The same with each line changed. */
    public PurchaseOrder mapLines(UnaryOperator<PurchaseLine> change) {
        return withLines(lines.stream().map(change).toList());
    }

    public PurchaseOrder withSyncDue(boolean due) {
        return copy(revision, lines, state, due, hold, link, deletedAt, changedAt);
    }

    public PurchaseOrder withHold(Optional<OrderHold> why) {
        return copy(revision, lines, state, syncDue, why, link, deletedAt, changedAt);
    }

    public PurchaseOrder withLink(Optional<RemoteLink> where) {
        return copy(revision, lines, state, syncDue, hold, where, deletedAt, changedAt);
    }

    public PurchaseOrder withDeletedAt(Instant when) {
        return copy(revision, lines, state, syncDue, hold, link, Optional.of(when), changedAt);
    }

    /** As a store keeps it after a change. */
    public PurchaseOrder stored(long newRevision, Instant now) {
        return copy(newRevision, lines, state, syncDue, hold, link, deletedAt, now);
    }

    private PurchaseOrder copy(
            long revisionNow,
            List<PurchaseLine> linesNow,
            PurchaseState stateNow,
            boolean due,
            Optional<OrderHold> holdNow,
            Optional<RemoteLink> linkNow,
            Optional<Instant> deleted,
            Instant changed) {
        return new PurchaseOrder(
                id,
                revisionNow,
                connection,
                kind,
                source,
                outlet,
                note,
                linesNow,
                stateNow,
                due,
                holdNow,
                linkNow,
                deleted,
                createdBy,
                createdAt,
                changed);
    }
}
