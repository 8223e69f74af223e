package io.tallyport.http;

import io.tallyport.core.consignment.LineOrder;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Sku;
import io.tallyport.core.purchasing.DiscrepancyStore;
import io.tallyport.core.purchasing.PurchaseEvent;
import io.tallyport.core.purchasing.PurchaseLine;
import io.tallyport.core.purchasing.PurchaseOrder;
import io.tallyport.core.purchasing.PurchaseStores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Purchase orders as the API shows them; quantities and costs are decimal texts, so that nothing is rounded on the way. */
final class OrderViews {

    private OrderViews() {}

    record LineView(
            String sku,
            String ordered,
            @Nullable String cost,
            String received,
            @Nullable String item) {

        static LineView of(PurchaseLine line) {
            return new LineView(
                    line.sku().value(),
                    line.ordered().toString(),
                    line.cost().map(UnitCost::toString).orElse(null),
                    line.received().toString(),
                    line.carried()
                            .map(LineOrder::product)
                            .map(ExternalId::value)
                            .orElse(null));
        }
    }

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
            List<LineView> lines) {

        static OrderView of(PurchaseOrder order) {
            return new OrderView(
                    order.id().value(),
                    order.connection().value(),
                    Views.word(order.kind()),
                    order.source(),
                    order.outlet(),
                    order.note(),
                    Views.word(order.state()),
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
                    order.lines().stream().map(LineView::of).toList());
        }
    }

    record EventView(String at, String kind, @Nullable String code, String message, String actor) {

        static EventView of(PurchaseEvent event) {
            return new EventView(
                    event.at().toString(),
                    Views.word(event.kind()),
                    event.code().orElse(null),
                    event.message(),
                    event.actor());
        }
    }

    record DiscrepancyView(
            String kind,
            @Nullable String sku,
            String item,
            String expected,
            String found,
            String opened,
            @Nullable String closed) {

        static DiscrepancyView of(DiscrepancyStore.Kept kept) {
            return new DiscrepancyView(
                    Views.word(kept.discrepancy().kind()),
                    kept.discrepancy().sku().map(Sku::value).orElse(null),
                    kept.discrepancy().item().value(),
                    kept.discrepancy().expected(),
                    kept.discrepancy().found(),
                    kept.openedAt().toString(),
                    kept.closedAt().map(Object::toString).orElse(null));
        }
    }

    record OrderDetails(OrderView order, List<EventView> log, List<DiscrepancyView> discrepancies) {

        static OrderDetails of(PurchaseOrder order, PurchaseStores stores) {
            return new OrderDetails(
                    OrderView.of(order),
                    stores.log().of(order.id()).stream().map(EventView::of).toList(),
                    stores.discrepancies().of(order.id()).stream()
                            .map(DiscrepancyView::of)
                            .toList());
        }
    }

    /**
     * What came of a change.
     *
     * @param job which tells the platform
     */
    record OrderChange(OrderView order, @Nullable Long job) {}
}
