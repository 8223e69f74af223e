package io.tallyport.lightspeed.xseries;

import java.util.Map;

/** All of API 2.0. */
class NumberedXSeriesProductsIT extends XSeriesProducts {

    NumberedXSeriesProductsIT() {
        super(Map.of());
    }
}
