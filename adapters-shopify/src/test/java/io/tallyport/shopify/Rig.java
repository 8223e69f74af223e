package io.tallyport.shopify;

import io.tallyport.core.connection.Access;
import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.CallGate;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.InMemorySecretStore;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SecretHandle;
import io.tallyport.core.connection.SecretStore;
import io.tallyport.core.inventory.InventorySink;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.TestCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A shop that speaks as told, and a connector that is connected to it. */
final class Rig implements AutoCloseable {

    static final String TOKEN = "not-a-real-token";
    static final ExternalId LOCATION = new ExternalId("gid://shopify/Location/11");

    final ShopServer shop = new ShopServer();
    final HandTurnedClock clock = new HandTurnedClock();
    final Journal journal = new Journal();
    final List<Access> asked = new ArrayList<>();
    Set<Access> refused = Set.of();

    private final SecretStore secrets = new InMemorySecretStore();
    private final SecretHandle token = secrets.store("token", new Secret(TOKEN));
    private final ShopifyConnector connector = new ShopifyConnector(
            TestCredentials.of(secrets, clock), gate(), journal, clock, clock, RemoteSettings.DEFAULT);

    private CallGate gate() {
        return (connection, access, operation) -> {
            asked.add(access);
            if (refused.contains(access)) {
                throw new PortException.Rejected(FailureContext.of(operation).on(connection), "stopped");
            }
        };
    }

    Rig says(ShopServer.Reply... replies) {
        shop.says(replies);
        return this;
    }

    ConnectorSession session() {
        return connector.open(connection());
    }

    Connection connection() {
        return new Connection(
                new ConnectionId("web"),
                new Platform("shopify"),
                "shop.example",
                shop.url(),
                Environment.SANDBOX,
                AccessMode.READ_WRITE,
                true,
                Map.of("token", token),
                Map.of());
    }

    ShopifyConnector connector() {
        return connector;
    }

    InventorySource source() {
        return session().port(InventorySource.class).orElseThrow();
    }

    /** A session whose connection has an option more. */
    ConnectorSession session(String option, String value) {
        return connector.open(connection().withOptions(Map.of(option, value)));
    }

    InventorySink sink() {
        return session().port(InventorySink.class).orElseThrow();
    }

    static ExternalId item(int number) {
        return new ExternalId("gid://shopify/InventoryItem/" + number);
    }

    @Override
    public void close() {
        shop.close();
    }
}
