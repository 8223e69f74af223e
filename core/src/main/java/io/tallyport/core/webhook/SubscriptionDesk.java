package io.tallyport.core.webhook;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SecretStore;
import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.UnitOfWork;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Subscribes connections to topics and ends that; what is wanted is kept, and looked after by {@link RepairSubscriptions}. */
public final class SubscriptionDesk {

    private static final String OPERATION = "subscribe to webhooks";

    private final ConnectionStore connections;
    private final SecretStore secrets;
    private final WantedHooks wanted;
    private final Function<ConnectionId, WebhookSubscriptions> platforms;
    private final Optional<URI> base;
    private final AuditTrail audit;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    /**
     * Subscribes by these means.
     *
     * @param platforms opens a connection's subscriptions
     * @param base where platforms reach this installation
     */
    public SubscriptionDesk(
            ConnectionStore connections,
            SecretStore secrets,
            WantedHooks wanted,
            Function<ConnectionId, WebhookSubscriptions> platforms,
            Optional<URI> base,
            AuditTrail audit,
            UnitOfWork unitOfWork,
            Clock clock) {
        this.connections = connections;
        this.secrets = secrets;
        this.wanted = wanted;
        this.platforms = platforms;
        this.base = base;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /**
     * Subscribes to a topic. That it is wanted is stored first: a crash in between leaves a subscription to be repaired.
     *
     * @throws io.tallyport.core.kernel.PortException when there is no such connection, no address, or the platform refuses
     */
    public WebhookSubscription create(ConnectionId connection, String topic, String actor) {
        URI address = address(connection, topic);
        Instant now = clock.instant();
        unitOfWork.inOne(() -> {
            if (wanted.all().stream().noneMatch(known -> isThat(known, connection, topic))) {
                wanted.put(new WantedHook(connection, topic, now, Optional.empty()));
            }
            record(actor, "webhook subscribed", connection, topic);
        });
        return platforms.apply(connection).create(topic, address);
    }

    /**
     * Ends the subscription to a topic, here and at the platform.
     *
     * @return whether there was one in either place
     */
    public boolean delete(ConnectionId connection, String topic, String actor) {
        WebhookSubscriptions platform = platforms.apply(connection);
        URI address = address(connection, topic);
        boolean known = unitOfWork.inOne(() -> {
            record(actor, "webhook unsubscribed", connection, topic);
            return wanted.remove(connection, topic);
        });
        boolean there = false;
        for (WebhookSubscription subscription : platform.list()) {
            if (subscription.topic().equals(topic) && subscription.address().equals(address)) {
                there |= platform.delete(subscription.id());
            }
        }
        return known || there;
    }

    /** What the platform has noted for a connection. */
    public List<WebhookSubscription> list(ConnectionId connection) {
        return platforms.apply(connection).list();
    }

    /** What is wanted, of all connections. */
    public List<WantedHook> wanted() {
        return wanted.all();
    }

    /**
     * Where a connection's platform is to send hooks of a topic; it may hold the secret of its path.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when there is no such connection, or no address is set
     */
    public URI address(ConnectionId connection, String topic) {
        Connection known = connections
                .find(connection)
                .orElseThrow(() -> new IllegalArgumentException("there is no connection \"" + connection + "\""));
        URI root = base.orElseThrow(() -> WebhookErrors.rejected(
                OPERATION, WebhookErrors.NO_ADDRESS, "nobody has said where this installation is reached"));
        Platform platform = known.platform();
        Optional<Secret> path =
                Optional.ofNullable(known.secrets().get(HookSecrets.PATH)).flatMap(secrets::reveal);
        return HookAddress.of(root, platform, connection, path, topic);
    }

    private static boolean isThat(WantedHook hook, ConnectionId connection, String topic) {
        return hook.connection().equals(connection) && hook.topic().equals(topic);
    }

    private void record(String actor, String action, ConnectionId connection, String topic) {
        audit.record(new AuditEntry(clock.instant(), actor, action, connection.value(), topic));
    }
}
