package io.tallyport.core.inventory;

import io.tallyport.core.catalog.MappingStore;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.UnitOfWork;

/** Everything of one database that planning reads and writes. */
public record PlanStores(
        RouteStore routes,
        ConnectionStore connections,
        MappingStore mappings,
        StockStore stocks,
        PlanStore plans,
        CycleStores cycles,
        RulingStores rulings,
        AuditTrail audit,
        UnitOfWork unitOfWork) {}
