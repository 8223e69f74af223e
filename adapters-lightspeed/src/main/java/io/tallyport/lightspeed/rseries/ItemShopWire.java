package io.tallyport.lightspeed.rseries;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An item's stock in one shop; shop 0 is the sum over all shops. */
record ItemShopWire(
        @Nullable String itemID,
        @Nullable String shopID,
        @Nullable String qoh,
        @Nullable String timeStamp) {

    /** When the server last changed it; empty where it does not say so properly. */
    Optional<Instant> changedAt() {
        try {
            return Optional.ofNullable(timeStamp)
                    .map(text -> OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
