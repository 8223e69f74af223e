package io.tallyport.lightspeed.xseries;

import io.tallyport.core.kernel.ExternalId;
import io.tallyport.lightspeed.control.OrderSandbox;
import io.tallyport.sandbox.Sandbox;
import java.util.Map;

/** The consignments of a running sandbox, whose clock stands still unless the adapter waits. */
final class SandboxOrders extends OrderSandbox {

    private static final int SKUS = 60;

    SandboxOrders(Map<String, String> options) {
        this(standing(SKUS, XSeries.STANDING), options);
    }

    private SandboxOrders(Sandbox sandbox, Map<String, String> options) {
        super(
                sandbox,
                XSeries.API,
                "\"method\":\"POST\",\"pathContains\":\"/consignments\"",
                options,
                new ExternalId(sandbox.xseriesOutlet()));
    }

    @Override
    public ExternalId otherOutlet() {
        return session().locations().stream()
                .filter(location -> location.active() && !location.id().equals(outlet()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Override
    public ExternalId supplier() {
        return new ExternalId(sandbox().xseriesSupplier());
    }

    @Override
    public void staff(String what, String body) {
        control().call("consignments/" + what, body);
    }

    long requests() {
        return control().counter("requests");
    }
}
