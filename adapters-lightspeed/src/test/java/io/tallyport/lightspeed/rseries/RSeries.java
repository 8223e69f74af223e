package io.tallyport.lightspeed.rseries;

import io.tallyport.core.connection.Platform;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.lightspeed.control.Api;
import io.tallyport.sandbox.Sandbox;

/** R-Series as it stands in a sandbox. */
final class RSeries {

    static final Api API = new Api(
            "rseries",
            new Platform("lightspeed-r"),
            new ConnectionId("till"),
            Sandbox::rseriesAccount,
            Sandbox::rseriesBaseUrl,
            Sandbox::rseriesToken,
            RSeriesConnector::new);

    private RSeries() {}
}
