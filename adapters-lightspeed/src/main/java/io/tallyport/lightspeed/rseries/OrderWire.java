package io.tallyport.lightspeed.rseries;

import org.jspecify.annotations.Nullable;

/** A purchase order as the platform writes it; it has no status, which is read off its dates. */
record OrderWire(
        @Nullable String orderID,
        @Nullable String shopID,
        @Nullable String vendorID,
        @Nullable String refNum,
        @Nullable String orderedDate,
        @Nullable String receivedDate,
        @Nullable String complete,
        @Nullable String archived,
        @Nullable String timeStamp) {

    /** A line of one; an item may stand in several. */
    record Line(
            @Nullable String orderLineID,
            @Nullable String itemID,
            @Nullable String quantity,
            @Nullable String price,
            @Nullable String numReceived,
            @Nullable String checkedIn) {}

    /** What a new one says; it has no lines yet. */
    record New(String shopID, @Nullable String vendorID, String refNum) {}

    /** What is changed of one. */
    record Ordered(String orderedDate) {}

    /** What a line is to say; what is null is left out, and left alone. */
    record Change(
            @Nullable String orderID,
            @Nullable String itemID,
            @Nullable String quantity,
            @Nullable String price,
            @Nullable String numReceived) {}
}
