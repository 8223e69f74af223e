package io.tallyport.sandbox.rseries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A purchase order; guarded by the store's monitor. It has no status: that is read off its dates and off {@code complete}. */
final class OrderRow {

    final long orderId;
    final long createTime;
    final List<OrderLineRow> lines = new ArrayList<>();
    long shopId;
    long vendorId;
    String refNum = "";
    String shipCost = "0";
    Optional<String> orderedDate = Optional.empty();
    Optional<String> receivedDate = Optional.empty();
    Optional<String> arrivalDate = Optional.empty();
    boolean complete;
    boolean archived;
    long timeStamp;

    OrderRow(long orderId, long createTime) {
        this.orderId = orderId;
        this.createTime = createTime;
        this.timeStamp = createTime;
    }
}
