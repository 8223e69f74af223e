package io.tallyport.lightspeed.xseries;

import java.util.Map;

/** All of API 2.0. */
class NumberedXSeriesIT extends XSeriesReads {

    NumberedXSeriesIT() {
        super(Map.of());
    }
}
