package io.tallyport.runtime;

import io.tallyport.core.job.JobType;
import io.tallyport.core.purchasing.ApprovePurchaseOrder;
import io.tallyport.core.purchasing.CancelPurchaseOrder;
import io.tallyport.core.purchasing.ChangePurchaseOrder;
import io.tallyport.core.purchasing.CreatePurchaseOrder;
import io.tallyport.core.purchasing.ImportPurchaseOrders;
import io.tallyport.core.purchasing.OrderBook;
import io.tallyport.core.purchasing.OrderFiles;
import io.tallyport.core.purchasing.PurchaseStores;
import io.tallyport.core.purchasing.SyncRequests;
import io.tallyport.core.purchasing.receiving.PollPurchaseOrders;
import io.tallyport.core.purchasing.receiving.PurchaseOrderPoll;
import io.tallyport.core.purchasing.receiving.ReadBackConsignment;
import io.tallyport.core.purchasing.sync.ReceivePurchaseOrder;
import io.tallyport.core.purchasing.sync.SyncPendingOrders;
import io.tallyport.core.purchasing.sync.SyncPurchaseOrder;
import jakarta.inject.Inject;

/**
 * What a started Tallyport hands out for purchase orders.
 *
 * @param stores orders, their log, what names stand for, discrepancies
 * @param book finds orders
 * @param requests asks the queue for a sync
 * @param files reads orders from files
 * @param create writes one down
 * @param imports takes them from rows
 * @param approve approves, and asks for the sync in the same transaction
 * @param change changes lines
 * @param cancel calls off, or puts away
 * @param sync brings one to its platform
 * @param pending brings all that are due
 * @param receive tells the platform what has come
 * @param readBack takes in what became of consignments
 * @param poll looks what became of all orders of a connection
 * @param polls the job that does so
 * @param counts stocktakes
 */
public record PurchasingParts(
        PurchaseStores stores,
        OrderBook book,
        SyncRequests requests,
        OrderFiles files,
        CreatePurchaseOrder create,
        ImportPurchaseOrders imports,
        ApprovePurchaseOrder approve,
        ChangePurchaseOrder change,
        CancelPurchaseOrder cancel,
        SyncPurchaseOrder sync,
        SyncPendingOrders pending,
        ReceivePurchaseOrder receive,
        ReadBackConsignment readBack,
        PollPurchaseOrders poll,
        JobType<PurchaseOrderPoll> polls,
        CountingParts counts) {

    @Inject
    public PurchasingParts {}
}
