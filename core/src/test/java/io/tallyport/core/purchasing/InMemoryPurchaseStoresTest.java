package io.tallyport.core.purchasing;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

class InMemoryPurchaseStoresTest implements PurchaseOrderStoreContract, PurchaseRecordsContract {

    private final PurchaseStores stores = new PurchaseStores(
            new InMemoryPurchaseOrders(),
            new InMemoryPurchaseLog(),
            new InMemoryPartnerMappings(),
            new InMemoryDiscrepancies(),
            new InMemoryUnitOfWork());

    @Override
    public PurchaseOrderStore subject() {
        return stores.orders();
    }

    @Override
    public UnitOfWork unitOfWork() {
        return stores.unitOfWork();
    }

    @Override
    public PurchaseStores stores() {
        return stores;
    }
}
