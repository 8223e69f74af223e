package io.tallyport.cli;

import io.tallyport.core.purchasing.PurchaseOrderId;
import io.tallyport.core.purchasing.PurchaseStores;
import io.tallyport.runtime.view.DiscrepancyView;
import io.tallyport.runtime.view.OrderEventView;
import java.util.List;
import java.util.Objects;

/** An order with its log and what differs, as it is shown. */
record PoDetails(PoView order, List<OrderEventView> log, List<DiscrepancyView> discrepancies) {

    static PoDetails of(PoView order, PurchaseStores stores) {
        PurchaseOrderId id = new PurchaseOrderId(order.id());
        return new PoDetails(
                order,
                stores.log().of(id).stream().map(OrderEventView::of).toList(),
                stores.discrepancies().of(id).stream()
                        .filter(kept -> kept.closedAt().isEmpty())
                        .map(DiscrepancyView::of)
                        .toList());
    }

    void print(Screen screen) {
        order.print(screen);
        screen.blank();
        Table table = Table.of("AT", "WHAT", "CODE", "BY", "MESSAGE");
        log.forEach(event -> table.row(
                event.at(), event.kind(), event.code() == null ? "-" : event.code(), event.actor(), event.message()));
        screen.table(table);
        if (!discrepancies.isEmpty()) {
            screen.blank();
            print(screen, discrepancies);
        }
    }

    static void print(Screen screen, List<DiscrepancyView> discrepancies) {
        Table table = Table.of("ORDER", "SKU", "ITEM", "WHAT", ">HERE", ">THERE", "SINCE");
        discrepancies.forEach(one -> table.row(
                Objects.requireNonNullElse(one.order(), "-"),
                Objects.requireNonNullElse(one.sku(), "-"),
                one.item(),
                one.kind() + (one.closed() == null ? "" : " (over)"),
                one.expected(),
                one.found(),
                one.opened()));
        screen.table(table);
    }
}
