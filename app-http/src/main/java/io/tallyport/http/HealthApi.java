package io.tallyport.http;

import io.javalin.http.Context;
import io.tallyport.core.access.Role;
import io.tallyport.runtime.Tallyport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether the process lives, whether it can do its work, what it counts, and what the API is. */
final class HealthApi {

    private static final int UNAVAILABLE = 503;

    private final Tallyport tallyport;
    private final Metrics metrics;
    private final Draining draining;

    HealthApi(Tallyport tallyport, Metrics metrics, Draining draining) {
        this.tallyport = tallyport;
        this.metrics = metrics;
        this.draining = draining;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/healthz", this::alive).opened(),
                Endpoint.get("/readyz", this::ready).opened(),
                Endpoint.get("/metrics", this::metrics),
                Endpoint.get("/api/v1/openapi.json", this::document).opened());
    }

    private void alive(Context context) {
        answer(context, "alive");
    }

    /** Whether the database answers, and no stop is under way. */
    private void ready(Context context) {
        if (draining.isStopping()) {
            context.status(UNAVAILABLE);
            answer(context, "stopping");
            return;
        }
        try {
            tallyport.settings().find("ready");
            answer(context, "ready");
        } catch (RuntimeException away) {
            context.status(UNAVAILABLE);
            answer(context, "the database does not answer");
        }
    }

    private static void answer(Context context, String status) {
        context.result(Json.write(Map.of("status", status)));
        context.contentType("application/json");
    }

    private void metrics(Context context) {
        Caller.of(context).require(Role.VIEWER);
        context.result(metrics.scrape());
        context.contentType("text/plain; version=0.0.4; charset=utf-8");
    }

    private void document(Context context) throws IOException {
        try (InputStream in = Objects.requireNonNull(HealthApi.class.getResourceAsStream("openapi.json"))) {
            context.result(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        context.contentType("application/json");
    }
}
