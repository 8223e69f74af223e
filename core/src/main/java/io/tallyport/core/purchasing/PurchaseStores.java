package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.UnitOfWork;

/** What use cases of orders keep things in; one unit of work over all of them. */
public record PurchaseStores(
        PurchaseOrderStore orders,
        PurchaseLog log,
        PartnerMappingStore partners,
        DiscrepancyStore discrepancies,
        UnitOfWork unitOfWork) {}
