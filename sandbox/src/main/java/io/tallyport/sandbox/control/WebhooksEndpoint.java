package io.tallyport.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.util.List;
import java.util.Map;

/** The control API of the sender of webhooks, under {@code /_control/webhooks}. */
public final class WebhooksEndpoint implements Endpoint {

    private final WebhookControl post;
    private final Actions actions;

    public WebhooksEndpoint(WebhookControl post) {
        this.post = post;
        this.actions = new Actions(
                "/_control/",
                Map.of(
                        "GET webhooks", request -> post.webhooks(),
                        "POST webhooks/manner", this::manner,
                        "POST webhooks/hold", request -> held(),
                        "POST webhooks/release", this::release,
                        "POST webhooks/happen", this::happen));
    }

    @Override
    public SandboxResponse handle(SandboxRequest request) {
        return actions.handle(request);
    }

    private JsonNode manner(SandboxRequest request) {
        ControlBody body = ControlBody.of(request.body(), List.of(), List.of("copies", "signing", "secret"));
        if (body.has("copies")) {
            post.copies(body.whole("copies"));
        }
        body.textIfGiven("signing").ifPresent(post::signing);
        body.textIfGiven("secret").ifPresent(post::secret);
        return post.webhooks();
    }

    private JsonNode held() {
        post.hold();
        return post.webhooks();
    }

    private JsonNode release(SandboxRequest request) {
        ControlBody body = ControlBody.of(request.body(), List.of(), List.of("order"));
        String order = body.has("order") ? body.text("order") : "as-it-was";
        if (!List.of("as-it-was", "reversed").contains(order)) {
            throw new ControlRefusal(400, "'order' is as-it-was or reversed");
        }
        post.release(order.equals("reversed"));
        return post.webhooks();
    }

    private JsonNode happen(SandboxRequest request) {
        ControlBody body = ControlBody.of(request.body(), "type", "payload");
        if (!body.node().path("payload").isObject()) {
            throw new ControlRefusal(400, "'payload' must be a JSON object");
        }
        post.happened(body.text("type"), Json.write(body.node().path("payload")));
        return post.webhooks();
    }
}
