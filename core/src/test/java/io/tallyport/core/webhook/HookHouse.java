package io.tallyport.core.webhook;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.InMemoryConnectionStore;
import io.tallyport.core.connection.InMemorySecretStore;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SecretHandle;
import io.tallyport.core.history.InMemoryAuditTrail;
import io.tallyport.core.job.Identity;
import io.tallyport.core.job.JobCodec;
import io.tallyport.core.job.JobHandlers;
import io.tallyport.core.job.JobSignal;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.NewJob;
import io.tallyport.core.job.testing.HandCrankedWorker;
import io.tallyport.core.job.testing.InMemoryJobs;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.SettableClock;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An installation in memory with a till and a shop that send hooks. */
final class HookHouse {

    static final ConnectionId TILL = new ConnectionId("till");
    static final Platform X = new Platform("lightspeed-x");
    static final Secret SECRET = new Secret("till's secret");
    static final Secret PATH = new Secret("path's secret");

    final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T12:00:00Z"));
    final InMemoryWebhooks webhooks = new InMemoryWebhooks();
    final InMemoryConnectionStore connections = new InMemoryConnectionStore();
    final InMemorySecretStore secrets = new InMemorySecretStore();
    final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    final InMemoryJobs jobs = new InMemoryJobs(clock);
    final JobSignal signal = new JobSignal();
    final JobType<WebhookDrain> type = JobType.of(WebhookDrain.TYPE, 1, new DrainCodec());
    final WebhookDrains drains = new WebhookDrains(jobs.queue(), type);
    final HookDoors doors = new HookDoors(connections, secrets, HookFormats.of(HookFormats.Choices.DEFAULT), clock);
    WebhookSettings settings = WebhookSettings.DEFAULT;

    HookHouse() {
        connect(TILL, X, Map.of(HookSecrets.SIGNING, SECRET, HookSecrets.PATH, PATH));
    }

    void connect(ConnectionId id, Platform platform, Map<String, Secret> given) {
        Map<String, SecretHandle> handles = new HashMap<>();
        given.forEach((purpose, secret) -> handles.put(purpose, secrets.store(purpose, secret)));
        connections.save(new Connection(
                id,
                platform,
                "account",
                URI.create("https://example.test"),
                Environment.SANDBOX,
                AccessMode.READ,
                true,
                handles,
                Map.of()));
    }

    ReceiveWebhook receiver() {
        return receiver(webhooks, WebhookHandlers.NONE);
    }

    ReceiveWebhook receiver(WebhookInbox inbox, WebhookHandlers handlers) {
        DirectWebhooks direct = new DirectWebhooks(inbox, webhooks, handlers, settings, clock, Runnable::run);
        return new ReceiveWebhook(doors, inbox, drains, direct, signal, unitOfWork, settings, clock);
    }

    HandCrankedWorker worker(WebhookHandlers handlers) {
        DrainWebhooks drain = new DrainWebhooks(webhooks, webhooks, handlers, settings, clock);
        return new HandCrankedWorker(jobs.ports(), JobHandlers.NONE.with(type, drain));
    }

    void store(String topic, String body) {
        NewWebhook hook = new NewWebhook(
                TILL, X, topic, Optional.empty(), "", WebhookTrust.SIGNED, RawBody.of(body), clock.instant());
        webhooks.store(List.of(hook));
        jobs.queue()
                .enqueue(NewJob.of(type, new WebhookDrain("till"))
                        .withIdentity("webhook-drain:till", Identity.OnWaiting.IGNORE));
    }

    static IncomingWebhook signed(String json, Secret secret) {
        HookFormat format = HookFormats.of(HookFormats.Choices.DEFAULT).find(X).orElseThrow();
        HookFormat.Sample sample = format.sample("consignment.receive", json, secret);
        return request(Optional.empty(), sample.headers(), sample.body());
    }

    static IncomingWebhook unsigned(String body, Optional<String> path) {
        return request(path, Map.of(), RawBody.of(body));
    }

    static IncomingWebhook request(Optional<String> path, Map<String, String> headers, RawBody body) {
        return new IncomingWebhook(
                "lightspeed-x", "till", path, "192.0.2.7", headers, Map.of("topic", "consignment.receive"), body);
    }

    private static final class DrainCodec implements JobCodec<WebhookDrain> {

        @Override
        public String encode(WebhookDrain payload) {
            return payload.connection();
        }

        @Override
        public WebhookDrain decode(int version, String payload) {
            return new WebhookDrain(payload);
        }
    }
}
