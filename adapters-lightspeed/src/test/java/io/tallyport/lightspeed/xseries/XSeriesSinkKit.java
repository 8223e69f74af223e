package io.tallyport.lightspeed.xseries;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.inventory.AdjusterUnderTest;
import io.tallyport.core.inventory.InventorySink;
import io.tallyport.core.inventory.MarkedSettingContract;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** Holds the sink to the contract of the port, against the sandbox over real HTTP. */
abstract class XSeriesSinkKit implements MarkedSettingContract {

    private final SandboxStore store;

    XSeriesSinkKit(String version) {
        store = new SandboxStore(150, Map.of("api-version.inventory", version), AccessMode.READ_WRITE);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    public AdjusterUnderTest shop() {
        return store;
    }

    @Override
    public InventorySink sink() {
        return store.session().port(InventorySink.class).orElseThrow();
    }

    @Override
    public Clock clock() {
        return store.clock();
    }
}
