package io.tallyport.lightspeed.xseries;

import java.util.Map;

/** Dated inventory and products, outlets of 2.0. */
class DatedXSeriesIT extends XSeriesReads {

    DatedXSeriesIT() {
        super(Map.of("api-version.inventory", "2026-07", "api-version.products", "2026-07"));
    }
}
