package io.tallyport.http;

import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseStores;
import io.tallyport.core.purchasing.sync.SyncPurchaseOrder;
import io.tallyport.runtime.view.DiscrepancyView;
import io.tallyport.runtime.view.OrderEventView;
import io.tallyport.runtime.view.OrderLineView;
import io.tallyport.runtime.view.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Purchase orders as the API shows them; quantities and costs are decimal texts, so that nothing is rounded on the way. */
final class OrderViews {

    private OrderViews() {}

    record OrderView(
            String id,
            String connection,
            String kind,
            String supplier,
            String outlet,
            String note,
            String state,
            boolean syncDue,
            @Nullable String heldCode,
            @Nullable String heldBecause,
            @Nullable String consignment,
            @Nullable String remoteStatus,
            boolean regressed,
            @Nullable String deleted,
            String createdBy,
            String created,
            String changed,
            List<OrderLineView> lines) {

        static OrderView of(PurchaseOrder order) {
            return new OrderView(
                    order.id().value(),
                    order.connection().value(),
                    Words.of(order.kind()),
                    order.source(),
                    order.outlet(),
                    order.note(),
                    Words.of(order.state()),
                    order.syncDue(),
                    order.hold().map(hold -> hold.code()).orElse(null),
                    order.hold().map(hold -> hold.reason()).orElse(null),
                    order.link().map(link -> link.consignment().value()).orElse(null),
                    order.link().map(link -> link.status().toString()).orElse(null),
                    order.link().filter(link -> link.regressed()).isPresent(),
                    order.deletedAt().map(Object::toString).orElse(null),
                    order.createdBy(),
                    order.createdAt().toString(),
                    order.changedAt().toString(),
                    order.lines().stream().map(OrderLineView::of).toList());
        }
    }

    record OrderDetails(OrderView order, List<OrderEventView> log, List<DiscrepancyView> discrepancies) {

        static OrderDetails of(PurchaseOrder order, PurchaseStores stores) {
            return new OrderDetails(
                    OrderView.of(order),
                    stores.log().of(order.id()).stream().map(OrderEventView::of).toList(),
                    stores.discrepancies().of(order.id()).stream()
                            .map(DiscrepancyView::within)
                            .toList());
        }
    }

    /**
     * What came of a change.
     *
     * @param job which tells the platform
     */
    record OrderChange(OrderView order, @Nullable Long job) {}

    /**
     * What came of a receipt.
     *
     * @param again when the same is to be sent again; missing when all of it is at the platform
     */
    record OrderReceipt(
            OrderView order,
            String ending,
            String message,
            @Nullable String again) {

        static OrderReceipt of(SyncPurchaseOrder.Result result) {
            return new OrderReceipt(
                    OrderView.of(result.order()),
                    Words.of(result.ending()),
                    result.message(),
                    result.again().map(Object::toString).orElse(null));
        }
    }
}
