package io.tallyport.core.inventory;

import io.tallyport.core.conflict.ConflictStore;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.LocationStore;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.history.RunStore;
import io.tallyport.core.history.SyncLog;
import io.tallyport.core.intent.IntentJournal;
import io.tallyport.core.kernel.Leases;
import io.tallyport.core.kernel.UnitOfWork;

/** Everything of one database that an apply reads and writes. */
public record ApplyStores(
        RouteStore routes,
        ConnectionStore connections,
        PlanStore plans,
        StockStore stocks,
        IntentJournal intents,
        PreImageStore preImages,
        RunStore runs,
        SyncLog syncLog,
        AuditTrail audit,
        DueRows due,
        LocationStore locations,
        ConflictStore conflicts,
        Leases leases,
        UnitOfWork unitOfWork) {}
