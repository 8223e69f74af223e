package io.tallyport.runtime;

import io.tallyport.core.access.TokenDesk;
import io.tallyport.core.connection.AuthorizeConnection;
import io.tallyport.core.connection.ConnectionDesk;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.RotateMasterKey;
import io.tallyport.core.connection.RouteDesk;
import io.tallyport.core.connection.RouteStore;
import io.tallyport.core.connection.SettingStore;
import io.tallyport.core.doctor.Doctor;
import io.tallyport.core.inventory.ApplyStockPlan;
import io.tallyport.core.inventory.ApproveStockPlan;
import io.tallyport.core.inventory.ExplainStock;
import io.tallyport.core.inventory.PlanStock;
import io.tallyport.core.inventory.PushStock;
import io.tallyport.core.inventory.SettleMerge;
import io.tallyport.core.inventory.SyncStock;
import jakarta.inject.Inject;
import java.time.Clock;

/** Everything a started Tallyport hands out. */
record Parts(
        ConnectionDesk connectionDesk,
        AuthorizeConnection authorizeConnection,
        RotateMasterKey rotateMasterKey,
        ConnectionStore connections,
        RouteDesk routeDesk,
        RouteStore routes,
        Connectors connectors,
        SettingStore settings,
        HaltParts halts,
        SkuMappingParts skuMapping,
        QueueParts queue,
        PurchasingParts purchasing,
        WebhookParts webhooks,
        TokenDesk tokens,
        PlanStock planStock,
        ApproveStockPlan approveStockPlan,
        ApplyStockPlan applyStockPlan,
        SyncStock syncStock,
        SettleMerge settleMerge,
        PushStock pushStock,
        UndoParts undo,
        Doctor doctor,
        ValidationParts validation,
        PlanParts plans,
        RulingParts rulings,
        ExplainStock explainStock,
        HistoryParts history,
        Clock clock) {

    @Inject
    Parts {}
}
