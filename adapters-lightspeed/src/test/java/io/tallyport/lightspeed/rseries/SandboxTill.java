package io.tallyport.lightspeed.rseries;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.lightspeed.control.StockSandbox;
import java.time.Instant;
import java.util.Map;

/** The R-Series side of a running sandbox, whose clock stands still unless the adapter waits. */
final class SandboxTill extends StockSandbox {

    private static final Instant STANDING = Instant.parse("2026-03-01T12:00:00Z");

    SandboxTill(int skus) {
        this(skus, AccessMode.READ);
    }

    SandboxTill(int skus, AccessMode mode) {
        super(
                standing(skus, STANDING),
                RSeries.API,
                "\"method\":\"PUT\",\"pathContains\":\"/Item/\"",
                mode,
                Map.of("adjust-settle-seconds", Long.toString(SETTLE.toSeconds()), "currency", "USD"));
    }

    @Override
    public ExternalId location() {
        return new ExternalId("1");
    }

    @Override
    public ExternalId unknownLocation() {
        return new ExternalId("999");
    }

    @Override
    public ExternalId unknownItem() {
        return new ExternalId("999999999");
    }

    /** A sale, or a return, at the till. */
    @Override
    public void move(StockLevel level, long units) {
        control().call("sales", "{\"sku\":\"" + level.sku().orElseThrow() + "\",\"quantity\":" + -units + "}");
    }

    /** A member of staff corrects the figure at the till. */
    void correct(StockLevel level, long figure) {
        control().call("pos-stock", "{\"sku\":\"" + level.sku().orElseThrow() + "\",\"quantity\":" + figure + "}");
    }
}
