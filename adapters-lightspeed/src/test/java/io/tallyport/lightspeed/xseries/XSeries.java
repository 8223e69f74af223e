package io.tallyport.lightspeed.xseries;

import io.tallyport.core.connection.Platform;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.lightspeed.control.Api;
import io.tallyport.sandbox.Sandbox;
import java.time.Instant;

/** X-Series as it stands in a sandbox. */
final class XSeries {

    static final Instant STANDING = Instant.parse("2026-03-01T12:01:00Z");

    static final Api API = new Api(
            "xseries",
            new Platform("lightspeed-x"),
            new ConnectionId("branch"),
            Sandbox::xseriesDomainPrefix,
            Sandbox::xseriesBaseUrl,
            Sandbox::xseriesToken,
            XSeriesConnector::new);

    private XSeries() {}
}
