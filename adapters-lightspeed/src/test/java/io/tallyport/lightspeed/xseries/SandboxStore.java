package io.tallyport.lightspeed.xseries;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.lightspeed.control.StockSandbox;
import io.tallyport.sandbox.Sandbox;
import java.util.HashMap;
import java.util.Map;

/** The X-Series side of a running sandbox, whose clock stands still unless the adapter waits. */
final class SandboxStore extends StockSandbox {

    /** A store whose pages are small enough to be several. */
    SandboxStore(int skus, Map<String, String> options) {
        this(skus, options, AccessMode.READ);
    }

    SandboxStore(int skus, Map<String, String> options, AccessMode mode) {
        this(standing(skus, XSeries.STANDING), options, mode);
    }

    private SandboxStore(Sandbox sandbox, Map<String, String> options, AccessMode mode) {
        super(
                sandbox,
                XSeries.API,
                "\"method\":\"POST\",\"pathContains\":\"stock_adjustments\"",
                mode,
                all(sandbox, options, mode));
    }

    private static Map<String, String> all(Sandbox sandbox, Map<String, String> options, AccessMode mode) {
        Map<String, String> all = new HashMap<>(Map.of("page-size.inventory", "60", "page-size.products", "40"));
        if (mode == AccessMode.READ_WRITE) {
            all.putAll(Map.of(
                    "adjust-reason-in", sandbox.xseriesReasonIn(),
                    "adjust-reason-out", sandbox.xseriesReasonOut(),
                    "adjust-settle-seconds", Long.toString(SETTLE.toSeconds())));
        }
        all.putAll(options);
        return all;
    }

    @Override
    public ExternalId location() {
        return new ExternalId(sandbox().xseriesOutlet());
    }

    @Override
    public ExternalId unknownLocation() {
        return new ExternalId("00000000-0183-11e9-f000-000000000000");
    }

    @Override
    public ExternalId unknownItem() {
        return new ExternalId("00000000-0183-11e9-f000-000000000001");
    }

    @Override
    public void move(StockLevel level, long units) {
        control()
                .call(
                        "outlet-sales",
                        "{\"sku\":\"" + level.sku().orElseThrow() + "\",\"quantity\":" + -units + ",\"outlet\":\""
                                + location() + "\"}");
    }

    String reasonIn() {
        return sandbox().xseriesReasonIn();
    }

    String reasonOut() {
        return sandbox().xseriesReasonOut();
    }
}
