package io.tallyport.lightspeed.xseries;

import java.util.Map;

/** A dated version, with everything under {@code data}. */
class DatedXSeriesOrdersIT extends XSeriesOrders {

    DatedXSeriesOrdersIT() {
        super(
                Map.of(
                        "api-version.consignments",
                        "2026-01",
                        "consignment-body",
                        "wrapped",
                        "page-size.consignments",
                        "7"),
                "{\"wrapped\":true,\"enveloped\":true}");
    }
}
