package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.ErrorCode;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to an order.
 *
 * @param code to look up, where there is one
 * @param message one line for a person
 * @param actor who did it, or what
 */
public record PurchaseEvent(
        PurchaseOrderId order, Instant at, Kind kind, Optional<String> code, String message, String actor) {

    /** What sort of thing. */
    public enum Kind {
        CREATED,
        APPROVED,
        CHANGED,
        CANCELLED,
        DELETED,
        /** It was told which consignment it is. */
        LINKED,
        /** The platform has it as it is here. */
        SYNCED,
        /** It began to wait for a person. */
        HELD,
        /** It does not wait any more. */
        RELEASED,
        /** Its state was read at the platform, and was news. */
        READ,
        /** Goods have come. */
        RECEIVED,
        /** Somebody should look, though nothing waits. */
        ALERT
    }

    public static PurchaseEvent of(PurchaseOrderId order, Instant at, Kind kind, String message, String actor) {
        return new PurchaseEvent(order, at, kind, Optional.empty(), message, actor);
    }

    public static PurchaseEvent of(
            PurchaseOrderId order, Instant at, Kind kind, ErrorCode code, String message, String actor) {
        return new PurchaseEvent(order, at, kind, Optional.of(code.code()), message, actor);
    }
}
