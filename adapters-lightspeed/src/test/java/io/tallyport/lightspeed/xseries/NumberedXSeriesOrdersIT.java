package io.tallyport.lightspeed.xseries;

import java.util.Map;

/** API 2.0, whose answers are flat and whose lists are bare. */
class NumberedXSeriesOrdersIT extends XSeriesOrders {

    NumberedXSeriesOrdersIT() {
        super(Map.of("page-size.consignments", "7"), "{\"wrapped\":false,\"enveloped\":false}");
    }
}
