package io.tallyport.sandbox.xseries;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallyport.sandbox.http.Json;
import io.tallyport.sandbox.http.SandboxRequest;
import io.tallyport.sandbox.webhooks.Subscription;
import io.tallyport.sandbox.webhooks.WebhookPost;
import java.util.Set;

/** The subscriptions of webhooks; one address may have each type once. */
final class Subscriptions {

    private static final Set<String> TYPES = Set.of(
            "sale.update",
            "product.update",
            "customer.update",
            "inventory.update",
            "register_closure.create",
            "consignment.send",
            "consignment.receive");

    private final Ids ids;
    private final WebhookPost post;

    Subscriptions(Ids ids, WebhookPost post) {
        this.ids = ids;
        this.post = post;
    }

    Reply reply(SandboxRequest request, Target target, String id) {
        return switch (request.method() + " " + target.shape()) {
            case "GET webhooks" -> Reply.ok(list());
            case "POST webhooks" -> {
                Subscription asked = asked(request, 0);
                yield Reply.created(Lists.wrapped(rendered(post.subscribe(asked).orElseThrow(Subscriptions::twice))));
            }
            case "GET webhooks/{}" -> Reply.ok(Lists.wrapped(rendered(found(id))));
            case "PUT webhooks/{}" -> {
                Subscription asked = asked(request, found(id).number());
                yield Reply.ok(Lists.wrapped(rendered(post.replace(asked).orElseThrow(Subscriptions::twice))));
            }
            case "DELETE webhooks/{}" -> {
                post.unsubscribe(found(id).number());
                yield Reply.empty(200);
            }
            default -> throw Refusal.wrongMethod();
        };
    }

    private ObjectNode list() {
        ObjectNode answer = Json.object();
        ArrayNode data = answer.putArray("data");
        post.subscriptions().forEach(one -> data.add(rendered(one)));
        return answer;
    }

    private static Subscription asked(SandboxRequest request, long number) {
        FieldReader fields = FieldReader.of(request);
        String type = fields.required("type");
        if (!TYPES.contains(type)) {
            throw Refusal.unprocessable("type " + type + " is unknown");
        }
        return new Subscription(number, type, fields.required("url"), fields.flag("active"));
    }

    private Subscription found(String id) {
        return ids.number(Ids.Kind.WEBHOOK, id)
                .flatMap(post::subscription)
                .orElseThrow(() -> Refusal.notFound("webhook"));
    }

    private static Refusal twice() {
        return new Refusal(409, "a webhook of this type and url exists");
    }

    private ObjectNode rendered(Subscription one) {
        return Json.object()
                .put("id", ids.of(Ids.Kind.WEBHOOK, one.number()))
                .put("retailer_id", ids.of(Ids.Kind.RETAILER, 1))
                .put("type", one.type())
                .put("url", one.url())
                .put("active", one.active());
    }
}
