package io.tallyport.lightspeed.xseries;

import java.util.Map;

/** Products of the dated API. */
class DatedXSeriesProductsIT extends XSeriesProducts {

    DatedXSeriesProductsIT() {
        super(Map.of("api-version.products", "2026-07"));
    }
}
