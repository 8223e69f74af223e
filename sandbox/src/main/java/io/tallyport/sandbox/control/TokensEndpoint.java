package io.tallyport.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The control API of the authorization servers, under {@code /_control/tokens}. */
public final class TokensEndpoint implements Endpoint {

    private final TokenControl tokens;
    private final Actions actions;

    public TokensEndpoint(TokenControl tokens) {
        this.tokens = tokens;
        this.actions = new Actions(
                "/_control/",
                Map.of(
                        "GET tokens", request -> all(),
                        "DELETE tokens/counts", request -> resetCounts(),
                        "POST tokens/revoke", this::revoke,
                        "POST tokens/lifetimes", this::lifetimes,
                        "POST tokens/rotation", this::rotation,
                        "POST tokens/deny", this::deny));
    }

    @Override
    public SandboxResponse handle(SandboxRequest request) {
        return actions.handle(request);
    }

    private JsonNode all() {
        ObjectNode all = Json.object();
        tokens.platforms().forEach(platform -> all.set(platform, json(platform)));
        return all;
    }

    private ObjectNode json(String platform) {
        ObjectNode node = Json.object().put("rotation", tokens.rotation(platform));
        tokens.counts(platform).forEach(node.putObject("counts")::put);
        ArrayNode list = node.putArray("tokens");
        tokens.issued(platform).forEach(token -> list.add(json(token)));
        return node;
    }

    private static ObjectNode json(IssuedToken token) {
        ObjectNode node = Json.object()
                .put("id", token.id())
                .put("grant", token.grant())
                .put("access", token.access())
                .put("accessState", token.accessState())
                .put("used", token.used())
                .put("issuedAt", token.issuedAt().toString());
        token.accessUntil().ifPresent(end -> node.put("accessUntil", end.toString()));
        token.refresh().ifPresent(refresh -> node.put("refresh", refresh));
        token.refreshState().ifPresent(state -> node.put("refreshState", state));
        token.refreshUntil().ifPresent(end -> node.put("refreshUntil", end.toString()));
        return node;
    }

    private JsonNode resetCounts() {
        tokens.resetCounts();
        return all();
    }

    private JsonNode revoke(SandboxRequest request) {
        ControlBody body = ControlBody.of(request.body(), List.of("platform"), List.of("id", "what"));
        OptionalLong id = body.has("id") ? OptionalLong.of(body.whole("id")) : OptionalLong.empty();
        String what = body.has("what") ? body.text("what") : "both";
        if (!List.of("access", "refresh", "both").contains(what)) {
            throw new ControlRefusal(400, "'what' must be access, refresh or both");
        }
        int revoked = tokens.revoke(platform(body), id, !what.equals("refresh"), !what.equals("access"));
        if (id.isPresent() && revoked == 0) {
            throw new ControlRefusal(404, "no token with id " + id.getAsLong());
        }
        return Json.object().put("revoked", revoked);
    }

    private JsonNode lifetimes(SandboxRequest request) {
        ControlBody body =
                ControlBody.of(request.body(), List.of("platform"), List.of("accessSeconds", "refreshSeconds"));
        String platform = platform(body);
        tokens.lifetimes(platform, seconds(body, "accessSeconds"), seconds(body, "refreshSeconds"));
        return json(platform);
    }

    private static Optional<Duration> seconds(ControlBody body, String name) {
        if (!body.has(name)) {
            return Optional.empty();
        }
        int seconds = body.whole(name);
        if (seconds < 1) {
            throw new ControlRefusal(400, "'" + name + "' must be 1 or more");
        }
        return Optional.of(Duration.ofSeconds(seconds));
    }

    private JsonNode rotation(SandboxRequest request) {
        ControlBody body = ControlBody.of(request.body(), "platform", "rule");
        String platform = platform(body);
        tokens.rotation(platform, body.text("rule"));
        return json(platform);
    }

    private JsonNode deny(SandboxRequest request) {
        String platform = platform(ControlBody.of(request.body(), "platform"));
        tokens.denyNext(platform);
        return json(platform);
    }

    private String platform(ControlBody body) {
        String platform = body.text("platform");
        if (!tokens.platforms().contains(platform)) {
            throw new ControlRefusal(
                    404, "unknown platform '" + platform + "'; known are " + String.join(", ", tokens.platforms()));
        }
        return platform;
    }
}
