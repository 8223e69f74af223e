package io.tallyport.core.purchasing.receiving;

import io.tallyport.core.connection.Connectors;
import io.tallyport.core.consignment.Consignment;
import io.tallyport.core.consignment.ConsignmentChanges;
import io.tallyport.core.consignment.ConsignmentHeader;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.purchasing.OrderBook;
import io.tallyport.core.purchasing.OrderFilter;
import io.tallyport.core.purchasing.OrderReading;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchaseState;
import io.tallyport.core.purchasing.sync.RemoteConsignments;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes in what became of consignments at the platform; writes nothing there. A hint that one has changed is enough: the present state is
 * read, so the same hint twice, or two in the wrong order, do no harm.
 */
public final class ReadBackConsignment {

    private final OrderBook book;
    private final OrderReading reading;
    private final Connectors connectors;

    public ReadBackConsignment(OrderBook book, Connectors connectors) {
        this.book = book;
        this.reading = new OrderReading(book);
        this.connectors = connectors;
    }

    /**
     * What came of a read of changes.
     *
     * @param orders as they are stored now
     * @param next where the next read begins; to be stored when these are
     */
    public record Changes(List<PurchaseOrder> orders, Cursor next) {

        public Changes {
            orders = List.copyOf(orders);
        }
    }

    /**
     * Reads the consignment of one order.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when there is no such order, or it is no consignment yet
     */
    public PurchaseOrder read(PurchaseOrderId id, String actor) {
        PurchaseOrder order = book.require(id);
        ExternalId consignment = order.link()
                .orElseThrow(() -> PurchaseErrors.rejected(
                        "read back order",
                        PurchaseErrors.WRONG_STATE,
                        "order " + id + " is not at the platform yet; it is " + order.state()))
                .consignment();
        try (RemoteConsignments remote = RemoteConsignments.open(connectors, order.connection())) {
            return take(order, consignment, remote.source(), actor);
        }
    }

    /** Reads one consignment, by a hint; empty when it is no order of ours. */
    public Optional<PurchaseOrder> read(ConnectionId connection, ExternalId consignment, String actor) {
        try (RemoteConsignments remote = RemoteConsignments.open(connectors, connection)) {
            Optional<PurchaseOrder> order = linked(connection, consignment);
            if (order.isPresent()) {
                return Optional.of(take(order.get(), consignment, remote.source(), actor));
            }
            return remote.source()
                    .read(consignment)
                    .map(Consignment::header)
                    .flatMap(header -> stranger(connection, header));
        }
    }

    /**
     * Reads all that changed since a cursor.
     *
     * @param since the last answer's {@code next}; empty for everything
     */
    public Changes changedSince(ConnectionId connection, Optional<Cursor> since, String actor) {
        try (RemoteConsignments remote = RemoteConsignments.open(connectors, connection)) {
            Set<ExternalId> seen = new LinkedHashSet<>();
            List<PurchaseOrder> orders = new ArrayList<>();
            ConsignmentChanges page;
            Optional<Cursor> from = since;
            do {
                page = remote.source().changedSince(from);
                from = Optional.of(page.next());
                for (ConsignmentHeader header : page.headers()) {
                    if (seen.add(header.id())) {
                        linked(connection, header.id())
                                .map(order -> take(order, header.id(), remote.source(), actor))
                                .or(() -> stranger(connection, header))
                                .ifPresent(orders::add);
                    }
                }
            } while (page.more());
            return new Changes(orders, page.next());
        }
    }

    private Optional<PurchaseOrder> linked(ConnectionId connection, ExternalId consignment) {
        return book.stores().orders().list(OrderFilter.of(connection, consignment), Optional.empty()).items().stream()
                .findFirst();
    }

    private PurchaseOrder take(PurchaseOrder order, ExternalId id, ConsignmentSource source, String actor) {
        return source.read(id)
                .filter(there -> !there.header().deleted())
                .map(there -> reading.take(order, there, actor))
                .orElseGet(() -> order.state().isFinal()
                        ? order
                        : book.hold(
                                order,
                                PurchaseErrors.GONE,
                                "consignment " + id + " has been deleted at the platform",
                                actor));
    }

    /** A live one with an order's number that is not the order's: a create that arrived late; the next sync sees to it. */
    private Optional<PurchaseOrder> stranger(ConnectionId connection, ConsignmentHeader header) {
        return header.reference()
                .filter(reference -> header.isLive())
                .flatMap(ReadBackConsignment::number)
                .flatMap(id -> book.stores().orders().find(id))
                .filter(order -> order.connection().equals(connection) && !order.syncDue())
                .filter(order -> order.state() != PurchaseState.DRAFT)
                .map(order -> book.replace(order.withSyncDue(true)));
    }

    private static Optional<PurchaseOrderId> number(String reference) {
        try {
            return Optional.of(new PurchaseOrderId(reference.strip()));
        } catch (IllegalArgumentException noneOfOurs) {
            return Optional.empty();
        }
    }
}
