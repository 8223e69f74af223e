package io.tallyport.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.util.List;
import java.util.Map;

/** The control API of R-Series purchase orders, under {@code /_control/purchase-orders}. */
public final class PurchasesEndpoint implements Endpoint {

    private final PurchaseControl buyer;
    private final Actions actions;

    public PurchasesEndpoint(PurchaseControl buyer) {
        this.buyer = buyer;
        this.actions = new Actions(
                "/_control/",
                Map.of(
                        "GET purchase-orders", request -> all(),
                        "POST purchase-orders/receive", this::receive,
                        "POST purchase-orders/line", this::line));
    }

    @Override
    public SandboxResponse handle(SandboxRequest request) {
        return actions.handle(request);
    }

    private JsonNode all() {
        ObjectNode answer = Json.object();
        answer.set("orders", buyer.orders());
        return answer;
    }

    private JsonNode receive(SandboxRequest request) {
        ControlBody body = ControlBody.of(request.body(), List.of("order"), List.of("goods", "finish"));
        boolean finish = body.node().path("finish").asBoolean(true);
        return buyer.receive(body.text("order"), body.quantities("goods"), finish);
    }

    private JsonNode line(SandboxRequest request) {
        ControlBody body = ControlBody.of(request.body(), "order", "sku", "quantity");
        return buyer.line(body.text("order"), body.text("sku"), body.decimal("quantity"));
    }
}
