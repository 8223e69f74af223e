package io.tallyport.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** The control API of the web shop's bulk operations, under {@code /_control/bulk}. */
public final class BulkEndpoint implements Endpoint {

    private final BulkControl bulk;
    private final Actions actions;

    public BulkEndpoint(BulkControl bulk) {
        this.bulk = bulk;
        this.actions = new Actions(
                "/_control/",
                Map.of(
                        "GET bulk", request -> all(),
                        "POST bulk/pace", this::pace,
                        "POST bulk/fail", this::fail));
    }

    @Override
    public SandboxResponse handle(SandboxRequest request) {
        return actions.handle(request);
    }

    private JsonNode all() {
        ObjectNode all = Json.object();
        bulk.bulkOperations().forEach(all.putObject("operations")::put);
        return all;
    }

    private JsonNode pace(SandboxRequest request) {
        String name = "secondsPerThousandRows";
        BigDecimal seconds = ControlBody.of(request.body(), name).decimal(name);
        if (seconds.signum() < 0 || seconds.compareTo(BigDecimal.valueOf(86_400)) > 0) {
            throw new ControlRefusal(400, "'" + name + "' must be between 0 and 86400");
        }
        bulk.bulkPace(Duration.ofMillis(seconds.movePointRight(3).longValue()));
        return all();
    }

    private JsonNode fail(SandboxRequest request) {
        bulk.failNextBulkOperation(ControlBody.of(request.body(), "errorCode").text("errorCode"));
        return all();
    }
}
