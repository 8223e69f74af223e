package io.tallyport.lightspeed.control;

import io.tallyport.core.catalog.CatalogueUnderTest;
import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.catalog.Variant;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.inventory.AdjusterUnderTest;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.StockAdjuster;
import io.tallyport.sandbox.Sandbox;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** Stock and products of a running sandbox. */
public abstract class StockSandbox extends ConnectedSandbox implements AdjusterUnderTest, CatalogueUnderTest {

    protected static final Duration SETTLE = Duration.ofSeconds(90);

    protected StockSandbox(Sandbox sandbox, Api api, String writes, AccessMode mode, Map<String, String> options) {
        super(sandbox, api, writes, mode, options);
    }

    @Override
    public final InventorySource source() {
        return port(InventorySource.class);
    }

    @Override
    public final ProductSource products() {
        return port(ProductSource.class);
    }

    @Override
    public final StockAdjuster adjuster() {
        return port(StockAdjuster.class);
    }

    @Override
    public final void retitle(Variant variant, String title) {
        control().retitle(variant, title);
    }

    @Override
    public final void reprice(Variant variant, BigDecimal amount) {
        control().reprice(variant, amount);
    }

    @Override
    public final void archive(Variant variant) {
        control().archive(variant);
    }

    @Override
    public final void loseTheNextRequest() {
        next("\"kind\":\"cut-before\"");
    }

    @Override
    public final void loseTheNextAnswer() {
        next("\"kind\":\"cut-after\"");
    }

    @Override
    public final void delayTheNext() {
        next("\"kind\":\"late\",\"millis\":1500");
    }

    @Override
    public final void sellOneJustBeforeTheNextWrite() {
        next("\"kind\":\"stale\"");
    }

    @Override
    public final Duration settle() {
        return SETTLE;
    }

    @Override
    public final long writesDone() {
        return control().counter("writesHandled");
    }
}
