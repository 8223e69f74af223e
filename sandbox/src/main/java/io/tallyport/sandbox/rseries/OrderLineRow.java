package io.tallyport.sandbox.rseries;

import java.math.BigDecimal;

/** An item on a purchase order; guarded by the store's monitor. */
final class OrderLineRow {

    final long orderLineId;
    final OrderRow order;
    final ItemRow item;
    final long createTime;
    BigDecimal quantity = BigDecimal.ZERO;
    BigDecimal price = BigDecimal.ZERO;
    BigDecimal originalPrice = BigDecimal.ZERO;
    /** What has come and is not in stock yet. */
    BigDecimal numReceived = BigDecimal.ZERO;
    /** What is in stock. */
    BigDecimal checkedIn = BigDecimal.ZERO;

    long timeStamp;

    OrderLineRow(long orderLineId, OrderRow order, ItemRow item, long createTime) {
        this.orderLineId = orderLineId;
        this.order = order;
        this.item = item;
        this.createTime = createTime;
        this.timeStamp = createTime;
    }
}
