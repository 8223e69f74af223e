package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.webhook.WebhookSubscription;
import io.tallyport.core.webhook.WebhookSubscriptions;
import io.tallyport.remote.Answer;
import io.tallyport.remote.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of a store. The platform has one of each type and address, so a create whose answer was lost is found by the
 * next one. Rests on the vendor's API 2026-07 reference for webhooks.
 */
final class XSeriesSubscriptions implements WebhookSubscriptions {

    private static final String ROOT = "webhooks";
    private static final int NOT_FOUND = 404;

    private final ApiVersion version;
    private final XSeriesClient client;

    XSeriesSubscriptions(ApiVersion version, XSeriesClient client) {
        this.version = version;
        this.client = client;
    }

    /** A webhook as the platform writes it. */
    record Hook(
            @Nullable String id,
            @Nullable String type,
            @Nullable String url,
            @Nullable Boolean active) {}

    @Override
    public List<WebhookSubscription> list() {
        return client.get("webhooks.list", version, ROOT, Map.of(), this::hooks);
    }

    private List<WebhookSubscription> hooks(JsonNode body) {
        JsonNode data = body.path("data");
        if (!data.isArray()) {
            throw Wire.mismatch(version, "a list \"data\" was expected").asException();
        }
        List<WebhookSubscription> hooks = new ArrayList<>();
        data.forEach(each -> hooks.add(subscription(Wire.value(each, Hook.class, version))));
        return hooks;
    }

    @Override
    public WebhookSubscription create(String topic, URI address) {
        try {
            return client.writeOnce(
                    "webhooks.create",
                    url -> client.api().create(url, asked(topic, address)),
                    version,
                    ROOT,
                    this::one);
        } catch (PortException.Conflict there) {
            return list().stream()
                    .filter(one -> one.topic().equals(topic) && one.address().equals(address))
                    .findFirst()
                    .orElseThrow(() -> there);
        }
    }

    @Override
    public WebhookSubscription activate(WebhookSubscription inactive) {
        return client.writeOnce(
                "webhooks.activate",
                url -> client.api().replace(url, asked(inactive.topic(), inactive.address())),
                version,
                path(inactive.id()),
                this::one);
    }

    @Override
    public boolean delete(ExternalId id) {
        try {
            client.writeOnce("webhooks.delete", client.api()::delete, version, path(id), Answer::status);
            return true;
        } catch (PortException.Rejected refused) {
            if (refused.context().vendorStatus().orElse(0) == NOT_FOUND) {
                return false;
            }
            throw refused;
        }
    }

    private WebhookSubscription one(Answer<JsonNode> answer) {
        return subscription(Wire.value(Wire.one(answer.body(), version), Hook.class, version));
    }

    private static Map<String, Object> asked(String topic, URI address) {
        return Map.of("type", topic, "url", address.toString(), "active", true);
    }

    private static WebhookSubscription subscription(Hook hook) {
        String id = Objects.requireNonNullElse(hook.id(), "");
        String address = Objects.requireNonNullElse(hook.url(), "");
        if (id.isBlank() || address.isBlank()) {
            throw Problem.unreadable("a webhook came without id or url").asException();
        }
        try {
            return new WebhookSubscription(
                    new ExternalId(id),
                    Objects.requireNonNullElse(hook.type(), ""),
                    URI.create(address),
                    Boolean.TRUE.equals(hook.active()));
        } catch (IllegalArgumentException e) {
            throw Problem.unreadable("a webhook came with an address that is no URL")
                    .asException();
        }
    }

    private static String path(ExternalId id) {
        return ROOT + "/" + id.value();
    }
}
