package io.tallyport.core.purchasing.sync;

import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.NewConsignment;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.purchasing.PartnerKind;
import io.tallyport.core.purchasing.PartnerMappingStore;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.PurchaseOrder;
import java.util.Optional;

/**
 * Who an order's supplier and outlet are at the platform, by a person's word alone.
 *
 * @param source a supplier, or of an OUTLET the sending outlet
 */
record OrderPartners(ExternalId source, ExternalId outlet) {

    /** Finds both, or holds the order. */
    static OrderPartners of(PurchaseOrder order, PartnerMappingStore mappings) {
        PartnerKind kind = order.kind() == ConsignmentKind.OUTLET ? PartnerKind.OUTLET : PartnerKind.SUPPLIER;
        return new OrderPartners(
                find(order, mappings, kind, order.source()), find(order, mappings, PartnerKind.OUTLET, order.outlet()));
    }

    private static ExternalId find(PurchaseOrder order, PartnerMappingStore mappings, PartnerKind kind, String name) {
        return mappings.find(order.connection(), kind, name)
                .orElseThrow(() -> Pause.held(
                        PurchaseErrors.UNMAPPED,
                        "the " + (kind == PartnerKind.OUTLET ? "outlet" : "supplier") + " \"" + name
                                + "\" is not mapped at connection \"" + order.connection() + "\""));
    }

    NewConsignment head(PurchaseOrder order, String mark) {
        boolean transfer = order.kind() == ConsignmentKind.OUTLET;
        return new NewConsignment(
                order.kind(),
                outlet,
                transfer ? Optional.of(source) : Optional.empty(),
                transfer ? Optional.empty() : Optional.of(source),
                order.id().value(),
                order.note(),
                mark);
    }
}
