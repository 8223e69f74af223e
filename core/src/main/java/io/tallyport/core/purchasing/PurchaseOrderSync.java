package io.tallyport.core.purchasing;

/**
 * What a job of the type {@link #TYPE} does: brings one order to its platform.
 *
 * @param order its number
 */
public record PurchaseOrderSync(String order) {

    /** The job type's name. */
    public static final String TYPE = "purchase-order-sync";

    public PurchaseOrderSync {
        order = new PurchaseOrderId(order).value();
    }

    public PurchaseOrderId id() {
        return new PurchaseOrderId(order);
    }
}
