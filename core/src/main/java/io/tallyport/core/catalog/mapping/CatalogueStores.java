package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.UnitOfWork;

/** Everything of one database that mapping reads and writes. */
public record CatalogueStores(
        RouteStore routes,
        ConnectionStore connections,
        MappingStore mappings,
        RejectionStore rejections,
        AuditTrail audit,
        UnitOfWork unitOfWork) {}
