package io.tallyport.persistence;

import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentState;
import io.tallyport.core.consignment.ConsignmentStatus;
import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.OrderHold;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchaseState;
import io.tallyport.core.purchasing.RemoteLink;
import io.tallyport.persistence.schema.tables.records.PurchaseLinesRecord;
import io.tallyport.persistence.schema.tables.records.PurchaseOrdersRecord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Purchase orders to rows and back. */
final class PurchaseRows {

    private PurchaseRows() {}

    /** All but {@code seq}. */
    static PurchaseOrdersRecord row(PurchaseOrder order) {
        PurchaseOrdersRecord row = new PurchaseOrdersRecord();
        row.setOrderId(order.id().value());
        row.setRevision(order.revision());
        row.setConnectionId(order.connection().value());
        row.setKind(order.kind().name());
        row.setSourceName(order.source());
        row.setOutletName(order.outlet());
        row.setNote(order.note());
        row.setState(order.state().name());
        row.setSyncDue(order.syncDue());
        row.setHoldCode(order.hold().map(OrderHold::code).orElse(null));
        row.setHoldReason(order.hold().map(OrderHold::reason).orElse(null));
        row.setHeldSince(order.hold().map(OrderHold::since).orElse(null));
        link(row, order.link());
        row.setDeletedAt(order.deletedAt().orElse(null));
        row.setCreatedBy(order.createdBy());
        row.setCreatedAt(order.createdAt());
        row.setChangedAt(order.changedAt());
        return row;
    }

    private static void link(PurchaseOrdersRecord row, Optional<RemoteLink> link) {
        row.setConsignment(link.map(known -> known.consignment().value()).orElse(null));
        row.setRemoteState(link.map(known -> known.status().state().name()).orElse(null));
        row.setRemoteRaw(link.map(known -> known.status().raw()).orElse(null));
        row.setRegressed(link.map(RemoteLink::regressed).orElse(false));
        row.setReadAt(link.map(RemoteLink::readAt).orElse(null));
    }

    static PurchaseOrder order(PurchaseOrdersRecord row, List<PurchaseLine> lines) {
        return new PurchaseOrder(
                new PurchaseOrderId(row.getOrderId()),
                row.getRevision(),
                new ConnectionId(row.getConnectionId()),
                ConsignmentKind.valueOf(row.getKind()),
                row.getSourceName(),
                row.getOutletName(),
                row.getNote(),
                lines,
                PurchaseState.valueOf(row.getState()),
                row.getSyncDue(),
                Optional.ofNullable(row.getHoldCode())
                        .map(code -> new OrderHold(code, row.getHoldReason(), row.getHeldSince())),
                Optional.ofNullable(row.getConsignment())
                        .map(id -> new RemoteLink(
                                new ExternalId(id),
                                new ConsignmentStatus(
                                        ConsignmentState.valueOf(row.getRemoteState()), row.getRemoteRaw()),
                                row.getRegressed(),
                                row.getReadAt())),
                Optional.ofNullable(row.getDeletedAt()),
                row.getCreatedBy(),
                row.getCreatedAt(),
                row.getChangedAt());
    }

    static PurchaseLinesRecord row(PurchaseOrderId order, int number, PurchaseLine line) {
        PurchaseLinesRecord row = new PurchaseLinesRecord();
        row.setOrderId(order.value());
        row.setLineNo(number);
        row.setSku(line.sku().value());
        row.setOrdered(line.ordered().toString());
        row.setUnitCost(text(line.cost()));
        row.setReceived(line.received().toString());
        row.setCarriedItem(line.carried().map(was -> was.product().value()).orElse(null));
        row.setCarriedOrdered(
                line.carried().map(was -> was.ordered().toString()).orElse(null));
        row.setCarriedCost(text(line.carried().flatMap(LineOrder::cost)));
        return row;
    }

    static PurchaseLine line(PurchaseLinesRecord row) {
        return new PurchaseLine(
                new Sku(row.getSku()),
                Quantity.parse(row.getOrdered()),
                cost(row.getUnitCost()),
                Quantity.parse(row.getReceived()),
                Optional.ofNullable(row.getCarriedItem())
                        .map(item -> new LineOrder(
                                new ExternalId(item),
                                Quantity.parse(row.getCarriedOrdered()),
                                cost(row.getCarriedCost()))));
    }

    private static @Nullable String text(Optional<UnitCost> cost) {
        return cost.map(UnitCost::toString).orElse(null);
    }

    private static Optional<UnitCost> cost(@Nullable String text) {
        return Optional.ofNullable(text).map(UnitCost::parse);
    }
}
