package io.tallyport.shopify;

import io.tallyport.core.inventory.InventorySourceContract;
import io.tallyport.core.inventory.ShopUnderTest;
import io.tallyport.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;

/** Holds the source to the contract of the port, against the sandbox. */
final class ShopifyInventorySourceIT implements InventorySourceContract {

    private final SandboxRig rig = new SandboxRig(SandboxSettings.defaults().withSkus(600));

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    public ShopUnderTest shop() {
        return rig;
    }
}
