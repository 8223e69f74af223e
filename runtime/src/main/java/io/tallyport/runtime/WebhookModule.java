package io.tallyport.runtime;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import io.tallyport.core.access.ApiTokens;
import io.tallyport.core.access.TokenDesk;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.SecretStore;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.job.JobQueue;
import io.tallyport.core.job.JobSignal;
import io.tallyport.core.job.JobType;
import io.tallyport.core.job.RetrySchedule;
import io.tallyport.core.kernel.UnitOfWork;
import io.tallyport.core.webhook.DirectWebhooks;
import io.tallyport.core.webhook.DrainWebhooks;
import io.tallyport.core.webhook.GapPoller;
import io.tallyport.core.webhook.HookDoors;
import io.tallyport.core.webhook.HookFormats;
import io.tallyport.core.webhook.PruneWebhooks;
import io.tallyport.core.webhook.ReceiveWebhook;
import io.tallyport.core.webhook.RepairSubscriptions;
import io.tallyport.core.webhook.ReplayWebhook;
import io.tallyport.core.webhook.RotateHookSecret;
import io.tallyport.core.webhook.SendTestWebhook;
import io.tallyport.core.webhook.SubscriptionDesk;
import io.tallyport.core.webhook.WantedHooks;
import io.tallyport.core.webhook.WebhookArchive;
import io.tallyport.core.webhook.WebhookDrain;
import io.tallyport.core.webhook.WebhookDrains;
import io.tallyport.core.webhook.WebhookHandlers;
import io.tallyport.core.webhook.WebhookInbox;
import io.tallyport.core.webhook.WebhookSettings;
import io.tallyport.runtime.queue.JsonJobCodec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Webhooks and the tokens of the HTTP API. Capabilities bind a {@link WebhookContribution} and a {@link GapPoller}. */
final class WebhookModule extends AbstractModule {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookModule.class);

    private final HookSettings settings;
    private final WebhookHandlers own;

    WebhookModule(HookSettings settings, WebhookHandlers own) {
        this.settings = settings;
        this.own = own;
    }

    @Override
    protected void configure() {
        bind(WebhookSettings.class).toInstance(settings.intake());
        Multibinder<WebhookContribution> contributions = Multibinder.newSetBinder(binder(), WebhookContribution.class);
        contributions.addBinding().toInstance(WebhookModule::withTest);
        OptionalBinder.newOptionalBinder(binder(), GapPoller.class)
                .setDefault()
                .toInstance((connection, topic, from, to) -> LOG.warn(
                        "hooks of {} about {} may have been lost from {} to {}; what reads by itself finds the changes",
                        connection,
                        topic,
                        from,
                        to));
    }

    /** The hook that people send to see whether the way is open. */
    private static WebhookHandlers withTest(WebhookHandlers handlers) {
        WebhookHandlers all = handlers;
        for (String platform : List.of("lightspeed-x", "shopify", "loyverse")) {
            all = all.with(
                    new WebhookHandlers.Topic(new Platform(platform), SendTestWebhook.TOPIC),
                    (event, body) -> LOG.info("test webhook {} has come through", event.id()));
        }
        return all;
    }

    @Provides
    @Singleton
    WebhookHandlers handlers(Set<WebhookContribution> contributions) {
        WebhookHandlers all = own;
        for (WebhookContribution contribution : contributions) {
            all = contribution.addTo(all);
        }
        return all;
    }

    @Provides
    @Singleton
    JobType<WebhookDrain> drainType() {
        return JobType.of(WebhookDrain.TYPE, 1, JsonJobCodec.of(WebhookDrain.class, 1))
                .withRetries(new RetrySchedule(
                        1_000, List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5))));
    }

    @Provides
    @Singleton
    WebhookDrains drains(JobQueue queue, JobType<WebhookDrain> type) {
        return new WebhookDrains(queue, type);
    }

    @Provides
    @Singleton
    DrainWebhooks drain(WebhookInbox inbox, WebhookArchive archive, WebhookHandlers handlers, Clock clock) {
        return new DrainWebhooks(inbox, archive, handlers, settings.intake(), clock);
    }

    @Provides
    @Singleton
    PruneWebhooks prune(WebhookArchive archive, Clock clock) {
        return new PruneWebhooks(archive, settings.intake(), clock);
    }

    @Provides
    @Singleton
    HookDoors doors(ConnectionStore connections, SecretStore secrets, Clock clock) {
        return new HookDoors(connections, secrets, HookFormats.of(settings.formats()), clock);
    }

    @Provides
    @Singleton
    ReceiveWebhook receive(
            HookDoors doors,
            WebhookInbox inbox,
            WebhookArchive archive,
            WebhookHandlers handlers,
            WebhookDrains drains,
            JobSignal signal,
            UnitOfWork unitOfWork,
            Clock clock) {
        DirectWebhooks direct =
                new DirectWebhooks(inbox, archive, handlers, settings.intake(), clock, DirectThreads.start());
        return new ReceiveWebhook(doors, inbox, drains, direct, signal, unitOfWork, settings.intake(), clock);
    }

    @Provides
    @Singleton
    ReplayWebhook replay(
            WebhookInbox inbox,
            WebhookArchive archive,
            WebhookDrains drains,
            AuditTrail audit,
            UnitOfWork unitOfWork,
            JobSignal signal,
            Clock clock) {
        return new ReplayWebhook(inbox, archive, drains, audit, unitOfWork, signal, clock);
    }

    @Provides
    @Singleton
    SendTestWebhook test(HookDoors doors, Clock clock) {
        return new SendTestWebhook(doors, new HttpHookSender(), clock);
    }

    @Provides
    @Singleton
    SubscriptionDesk subscriptions(
            ConnectionStore connections,
            SecretStore secrets,
            WantedHooks wanted,
            Connectors connectors,
            AuditTrail audit,
            UnitOfWork unitOfWork,
            Clock clock) {
        return new SubscriptionDesk(
                connections,
                secrets,
                wanted,
                id -> new OpenedSubscriptions(connectors, id),
                settings.publicUrl(),
                audit,
                unitOfWork,
                clock);
    }

    @Provides
    @Singleton
    RepairSubscriptions repair(
            WantedHooks wanted, Connectors connectors, SubscriptionDesk desk, GapPoller poller, Clock clock) {
        return new RepairSubscriptions(
                wanted,
                hook -> new OpenedSubscriptions(connectors, hook.connection()),
                hook -> desk.address(hook.connection(), hook.topic()),
                poller,
                clock);
    }

    @Provides
    @Singleton
    RotateHookSecret rotate(
            ConnectionStore connections, SecretStore secrets, AuditTrail audit, UnitOfWork unitOfWork, Clock clock) {
        return new RotateHookSecret(connections, secrets, audit, unitOfWork, clock);
    }

    @Provides
    @Singleton
    TokenDesk tokens(ApiTokens tokens, AuditTrail audit, UnitOfWork unitOfWork, Clock clock) {
        return new TokenDesk(tokens, audit, unitOfWork, clock);
    }
}
