package io.tallyport.http;

import io.javalin.http.Context;
import io.tallyport.core.access.Role;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.webhook.RawBody;
import io.tallyport.core.webhook.WebhookEvent;
import io.tallyport.core.webhook.WebhookFilter;
import io.tallyport.core.webhook.WebhookId;
import io.tallyport.core.webhook.WebhookState;
import io.tallyport.runtime.Tallyport;
import io.tallyport.runtime.WebhookParts;
import java.util.List;
import java.util.Optional;

/** Stored webhooks: listed, shown and replayed. Roles count for the connection that they came for. */
final class WebhookApi {

    private final WebhookParts webhooks;

    WebhookApi(Tallyport tallyport) {
        this.webhooks = tallyport.webhooks();
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/v1/webhooks", this::list),
                Endpoint.get("/api/v1/webhooks/{id}", this::show),
                Endpoint.get("/api/v1/webhooks/{id}/body", this::body),
                Endpoint.post("/api/v1/webhooks/{id}/replay", this::replay));
    }

    /** Of one connection, or of all for those who may see all. */
    private void list(Context context) {
        Caller caller = Caller.of(context);
        Optional<ConnectionId> connection =
                Answers.parameter(context, "connection").map(WebhookApi::connection);
        connection.ifPresentOrElse(id -> caller.require(Role.VIEWER, id), () -> caller.require(Role.VIEWER));
        WebhookFilter filter = new WebhookFilter(
                connection,
                Answers.parameter(context, "state").map(word -> Answers.constant(WebhookState.class, "state", word)),
                Answers.parameter(context, "topic"));
        Answers.json(
                context,
                Answers.Part.of(
                        webhooks.archive().list(filter, Answers.cursor(context), Answers.limit(context)),
                        Views.WebhookView::of));
    }

    private static ConnectionId connection(String name) {
        try {
            return new ConnectionId(name);
        } catch (IllegalArgumentException none) {
            throw Problem.badRequest(String.valueOf(none.getMessage())).stop();
        }
    }

    private void show(Context context) {
        Answers.json(context, Views.WebhookView.of(known(context, Role.VIEWER)));
    }

    /** The bytes as they came; they may hold personal data, so looking is not enough. */
    private void body(Context context) {
        WebhookEvent event = known(context, Role.OPERATOR);
        RawBody body = Answers.found(webhooks.archive().body(event.id()), "body of webhook event " + event.id());
        context.result(body.bytes());
        // Whatever it says it is: a browser must not take it for a page.
        context.contentType("application/octet-stream");
        context.header("X-Content-Type-Options", "nosniff");
    }

    private WebhookEvent known(Context context, Role needed) {
        WebhookId id = new WebhookId(Answers.id(context));
        Caller caller = Caller.of(context);
        Optional<WebhookEvent> event =
                webhooks.archive().find(id).filter(found -> caller.may(Role.VIEWER, found.connection()));
        WebhookEvent seen = Answers.found(event, "webhook event " + id + " that you may see");
        caller.require(needed, seen.connection());
        return seen;
    }

    private void replay(Context context) {
        WebhookEvent event = known(context, Role.OPERATOR);
        WebhookEvent again =
                webhooks.replay().replay(event.id(), Caller.of(context).actor());
        Answers.json(context, Views.WebhookView.of(again));
    }
}
