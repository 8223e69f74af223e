package io.tallyport.persistence;

import static io.tallyport.persistence.schema.Tables.WEBHOOKS;

import io.tallyport.core.connection.Platform;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.webhook.NewWebhook;
import io.tallyport.core.webhook.WebhookEvent;
import io.tallyport.core.webhook.WebhookId;
import io.tallyport.core.webhook.WebhookState;
import io.tallyport.core.webhook.WebhookTrust;
import io.tallyport.persistence.schema.tables.records.WebhooksRecord;
import java.util.Optional;

/** Hooks as rows and back. */
final class WebhookRows {

    private static final int MESSAGE = 2000;

    private WebhookRows() {}

    static WebhooksRecord row(NewWebhook hook, String uniqueKey) {
        WebhooksRecord row = new WebhooksRecord();
        row.setConnectionId(hook.connection().value());
        row.setPlatform(hook.platform().code());
        row.setTopic(hook.topic());
        row.setDeliveryId(hook.deliveryId().orElse(null));
        row.setUniqueKey(uniqueKey);
        row.setBodyHash(hook.body().hash());
        row.setBodySize(hook.body().size());
        row.setContentType(hook.contentType());
        row.setTrust(hook.trust().name());
        row.setState(WebhookState.PENDING.name());
        row.setAttempts(0);
        row.setReceivedAt(hook.receivedAt());
        row.setMessage("");
        return row;
    }

    static WebhookEvent event(WebhooksRecord row) {
        return new WebhookEvent(
                new WebhookId(row.getId()),
                new ConnectionId(row.getConnectionId()),
                new Platform(row.getPlatform()),
                row.getTopic(),
                Optional.ofNullable(row.getDeliveryId()),
                row.getBodyHash(),
                row.getBodySize(),
                row.getContentType(),
                WebhookTrust.valueOf(row.getTrust()),
                WebhookState.valueOf(row.getState()),
                row.getAttempts(),
                row.getReceivedAt(),
                Optional.ofNullable(row.get(WEBHOOKS.SETTLED_AT)),
                row.getMessage());
    }

    /** Cut to what the column holds, never through the middle of a character. */
    static String message(String text) {
        return text.codePointCount(0, text.length()) <= MESSAGE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MESSAGE));
    }
}
