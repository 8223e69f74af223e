package io.tallyport.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.sandbox.http.Endpoint;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.http.SandboxResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The actions of a part of the control API by method and name; every answer is JSON, refusals as {@code {"error": "..."}}.
 *
 * @param root the path before the names
 * @param byName such as {@code POST sales}
 */
record Actions(String root, Map<String, Function<SandboxRequest, JsonNode>> byName) implements Endpoint {

    @Override
    public SandboxResponse handle(SandboxRequest request) {
        String name = request.path().startsWith(root) ? request.path().substring(root.length()) : "";
        try {
            JsonNode answer = Optional.ofNullable(byName.get(request.method() + " " + name))
                    .orElseThrow(() -> unknown(name))
                    .apply(request);
            return SandboxResponse.json(200, Map.of(), Json.write(answer));
        } catch (ControlRefusal e) {
            return refused(e.status(), String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return refused(422, String.valueOf(e.getMessage()));
        }
    }

    private ControlRefusal unknown(String name) {
        boolean known = byName.keySet().stream().anyMatch(action -> action.endsWith(" " + name));
        return known
                ? new ControlRefusal(405, "wrong method for " + root + name)
                : new ControlRefusal(404, "unknown control '" + name + "'");
    }

    private static SandboxResponse refused(int status, String message) {
        return SandboxResponse.json(status, Map.of(), Json.write(Json.object().put("error", message)));
    }
}
