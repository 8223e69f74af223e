package io.tallyport.shopify;

import io.tallyport.core.inventory.InventorySink;
import io.tallyport.core.inventory.InventorySinkContract;
import io.tallyport.core.inventory.ShopUnderTest;
import io.tallyport.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;

/** Holds the sink to the contract of the port, against the sandbox. */
final class ShopifyInventorySinkIT implements InventorySinkContract {

    private final SandboxRig rig = new SandboxRig(SandboxSettings.defaults().withSkus(400));

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    public ShopUnderTest shop() {
        return rig;
    }

    @Override
    public InventorySink sink() {
        return rig.sink();
    }
}
