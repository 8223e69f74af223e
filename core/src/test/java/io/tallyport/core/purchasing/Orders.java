package io.tallyport.core.purchasing;

import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.UnitCost;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.Quantity;
import io.tallyport.core.kernel.Sku;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Orders for tests. */
public final class Orders {

    public static final ConnectionId TILL = new ConnectionId("till");

    private Orders() {}

    public static PurchaseLine line(String sku, String quantity, String cost) {
        return PurchaseLine.of(new Sku(sku), Quantity.parse(quantity), Optional.of(UnitCost.parse(cost)));
    }

    public static PurchaseLine line(String sku, String quantity) {
        return PurchaseLine.of(new Sku(sku), Quantity.parse(quantity), Optional.empty());
    }

    /** From Acme to Main. */
    public static OrderDraft draft(PurchaseLine... lines) {
        return draft(Arrays.asList(lines));
    }

    public static OrderDraft draft(List<PurchaseLine> lines) {
        return new OrderDraft(Optional.empty(), TILL, ConsignmentKind.SUPPLIER, "Acme", "Main", "spring", lines);
    }

    public static OrderDraft named(String id, PurchaseLine... lines) {
        return new OrderDraft(
                Optional.of(new PurchaseOrderId(id)),
                TILL,
                ConsignmentKind.SUPPLIER,
                "Acme",
                "Main",
                "spring",
                Arrays.asList(lines));
    }
}
