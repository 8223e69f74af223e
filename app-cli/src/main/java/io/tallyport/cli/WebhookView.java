package io.tallyport.cli;

import io.tallyport.core.webhook.WebhookEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stored webhook as it is shown. */
record WebhookView(
        long id,
        String connection,
        String platform,
        String topic,
        @Nullable String deliveryId,
        String hash,
        int size,
        String trust,
        String state,
        int attempts,
        String received,
        @Nullable String settled,
        String message,
        @Nullable String body) {

    static WebhookView of(WebhookEvent event, @Nullable String body) {
        return new WebhookView(
                event.id().value(),
                event.connection().value(),
                event.platform().code(),
                event.topic(),
                event.deliveryId().orElse(null),
                event.hash(),
                event.size(),
                Choices.word(event.trust()),
                Choices.word(event.state()),
                event.attempts(),
                Times.shown(event.receivedAt()),
                Times.shown(event.settledAt()),
                event.message(),
                body);
    }

    static void print(Screen screen, List<WebhookView> views) {
        Table table = Table.of(">ID", "RECEIVED", "CONNECTION", "TOPIC", "STATE", ">TRIES", ">BYTES", "SAYS");
        views.forEach(view -> table.row(
                view.id(),
                view.received(),
                view.connection(),
                view.topic(),
                view.state(),
                view.attempts(),
                view.size(),
                view.message()));
        screen.table(table);
    }

    List<Screen.Fact> facts() {
        return List.of(
                new Screen.Fact("id", Long.toString(id)),
                new Screen.Fact("connection", connection + " (" + platform + ")"),
                new Screen.Fact("topic", topic),
                new Screen.Fact("state", state + ", tried " + attempts + " times"),
                new Screen.Fact("received", received + ", " + size + " bytes, " + trust),
                new Screen.Fact("settled", settled == null ? "-" : settled),
                new Screen.Fact("delivery id", deliveryId == null ? "-" : deliveryId),
                new Screen.Fact("SHA-256", hash),
                new Screen.Fact("says", message.isEmpty() ? "-" : message));
    }
}
