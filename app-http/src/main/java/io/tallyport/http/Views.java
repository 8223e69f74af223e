package io.tallyport.http;

import io.tallyport.core.connection.Route;
import io.tallyport.core.history.Run;
import io.tallyport.core.webhook.WebhookEvent;
import io.tallyport.runtime.view.RunView;
import io.tallyport.runtime.view.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Things as the API shows them: times as ISO 8601 in UTC, names of states in small letters, no secret. */
final class Views {

    private Views() {}

    static @Nullable String time(Optional<Instant> at) {
        return at.map(Instant::toString).orElse(null);
    }

    static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }

    static RunView run(Run run) {
        return RunView.of(run, Words.of(run.state()));
    }

    record RouteView(
            String name,
            String sourceConnection,
            String source,
            String targetConnection,
            String target,
            String policy,
            boolean enabled) {

        static RouteView of(Route route) {
            return new RouteView(
                    route.id().value(),
                    route.source().connection().value(),
                    route.source().toString(),
                    route.target().connection().value(),
                    route.target().toString(),
                    Words.of(route.policy().merge()),
                    route.enabled());
        }
    }

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
            @Nullable String message) {

        static WebhookView of(WebhookEvent event) {
            return new WebhookView(
                    event.id().value(),
                    event.connection().value(),
                    event.platform().code(),
                    event.topic(),
                    event.deliveryId().orElse(null),
                    event.hash(),
                    event.size(),
                    Words.of(event.trust()),
                    Words.of(event.state()),
                    event.attempts(),
                    event.receivedAt().toString(),
                    time(event.settledAt()),
                    filled(event.message()));
        }
    }

    /** How the whole installation stands. */
    record StatusView(
            String version,
            @Nullable String stopped,
            List<RouteStatus> routes,
            QueueViews.QueueView queue,
            Map<String, Long> webhooks) {}

    /** A route with its last run. */
    record RouteStatus(RouteView route, @Nullable RunView lastRun) {}
}
