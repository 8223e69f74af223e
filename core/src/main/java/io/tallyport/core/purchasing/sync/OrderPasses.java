package io.tallyport.core.purchasing.sync;

import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentAbilities;
import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.consignment.steps.Step;
import io.tallyport.core.consignment.steps.StepNote;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.purchasing.OrderBook;
import io.tallyport.core.purchasing.OrderReading;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseEvent;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchasePolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks and writes, pass by pass, until a pass finds nothing to write: each write is proven by the look that follows it. */
final class OrderPasses {

    /** More than any order needs that the platform takes: create, lines, one repair of each, send. */
    private static final int MOST = 12;

    private final OrderBook book;
    private final RemoteConsignments remote;
    private final ConsignmentSource source;
    private final OrderWrites writes;
    private final OrderSync sync;
    private final PurchasePolicy policy;
    private final String actor;

    OrderPasses(
            OrderBook book,
            RemoteConsignments remote,
            OrderWrites writes,
            OrderSync sync,
            PurchasePolicy policy,
            String actor) {
        this.book = book;
        this.remote = remote;
        this.source = remote.source();
        this.writes = writes;
        this.sync = sync;
        this.policy = policy;
        this.actor = actor;
    }

    /** Until the platform has the order. */
    PurchaseOrder bring() {
        PurchaseOrder order = sync.order();
        ConsignmentAbilities abilities = source.abilities();
        if (!abilities.kinds().contains(order.kind())) {
            throw Pause.held(PurchaseErrors.CANNOT, "the platform has no consignments of kind " + order.kind());
        }
        OrderItems.checkPlaces(order, abilities);
        OrderPartners partners = OrderPartners.of(order, book.stores().partners());
        Map<ExternalId, PurchaseLine> items = OrderItems.of(order, book.stores().partners(), remote.items());
        for (int pass = 0; pass < MOST; pass++) {
            settleOpen();
            Optional<Consignment> there = sync.locate(partners);
            if (there.isPresent() && carry(items, there.get(), abilities) && send(there.get(), abilities)) {
                return finish(items, there.get());
            }
        }
        throw Pause.held(
                PurchaseErrors.NOT_TAKEN,
                "after " + MOST + " looks the platform still has not what was written; linked is "
                        + sync.order()
                                .link()
                                .map(link -> link.consignment().value())
                                .orElse("nothing"));
    }

    private void settleOpen() {
        writes.settleOpen(sync.order(), source, policy.answersUnderWay());
    }

    private boolean carry(Map<ExternalId, PurchaseLine> items, Consignment there, ConsignmentAbilities abilities) {
        return new CarryLines(sync, writes, remote.lines(), abilities, policy.answersUnderWay(), book.now())
                .carry(current(items), there);
    }

    /** The lines as they are stored now: what was carried may have been forgotten with a consignment that was given up. */
    private Map<ExternalId, PurchaseLine> current(Map<ExternalId, PurchaseLine> items) {
        Map<ExternalId, PurchaseLine> now = new LinkedHashMap<>();
        items.forEach(
                (item, line) -> now.put(item, sync.order().line(line.sku()).orElse(line)));
        return now;
    }

    /** Whether it is as far as it is to be; false when it was sent and is to be read back. */
    private boolean send(Consignment there, ConsignmentAbilities abilities) {
        if (there.state() != ConsignmentState.OPEN || !policy.sendOnSync() || !abilities.send()) {
            return true;
        }
        writes.send(
                sync.order(),
                Step.ADVANCE,
                StepNote.advance(there.id(), ConsignmentState.SENT),
                () -> remote.sink().advance(there.id(), ConsignmentState.SENT));
        return false;
    }

    private PurchaseOrder finish(Map<ExternalId, PurchaseLine> items, Consignment there) {
        PurchaseOrder order = sync.order();
        PurchaseOrder carried = carried(order, items, there);
        boolean same = carried.equals(order)
                && !order.syncDue()
                && order.hold().isEmpty()
                && order.link()
                        .filter(link -> link.status().equals(there.header().status()))
                        .isPresent();
        PurchaseOrder stored =
                new OrderReading(book).take(carried.withSyncDue(false).withHold(Optional.empty()), there, actor);
        if (!same) {
            order.hold()
                    .ifPresent(hold -> book.stores()
                            .log()
                            .append(book.event(stored, PurchaseEvent.Kind.RELEASED, hold.code(), actor)));
            book.stores()
                    .log()
                    .append(book.event(
                            stored,
                            PurchaseEvent.Kind.SYNCED,
                            "consignment " + there.id() + " " + there.header().status(),
                            actor));
        }
        sync.became(stored);
        return stored;
    }

    private static PurchaseOrder carried(PurchaseOrder order, Map<ExternalId, PurchaseLine> items, Consignment there) {
        PurchaseOrder result = order;
        Map<PurchaseLine, ExternalId> byLine = new LinkedHashMap<>();
        items.forEach((item, line) -> byLine.put(order.line(line.sku()).orElse(line), item));
        return result.mapLines(line -> Optional.ofNullable(byLine.get(line))
                .filter(item -> there.line(item).filter(line.wanted(item)::isIn).isPresent())
                .map(item -> line.withCarried(Optional.of(line.wanted(item))))
                .orElse(line));
    }

    /** Until nothing of the order is live at the platform. */
    PurchaseOrder callOff() {
        for (int pass = 0; pass < MOST; pass++) {
            settleOpen();
            if (callOffOnce()) {
                PurchaseOrder order = sync.order();
                PurchaseOrder stored = book.replace(
                        order.withSyncDue(false).withHold(Optional.empty()),
                        book.event(order, PurchaseEvent.Kind.SYNCED, "nothing of it is live at the platform", actor));
                sync.became(stored);
                return stored;
            }
        }
        throw Pause.held(PurchaseErrors.NOT_TAKEN, "the platform still has a live consignment of this order");
    }

    private boolean callOffOnce() {
        List<ConsignmentHeader> ours = OwnConsignments.of(sync.order(), Optional.empty(), writes, source)
                .ours();
        ConsignmentAbilities abilities = source.abilities();
        for (ConsignmentHeader header : ours) {
            if (header.state() == ConsignmentState.RECEIVED || !abilities.cancel()) {
                throw Pause.held(
                        PurchaseErrors.CANNOT,
                        "consignment " + header.id() + " is " + header.status() + " and cannot be called off"
                                + (abilities.cancel() ? " any more" : " by the platform's API"));
            }
            writes.send(
                    sync.order(),
                    Step.CANCEL,
                    StepNote.about(header.id()),
                    () -> remote.sink().cancel(header.id()));
        }
        return ours.isEmpty();
    }
}
