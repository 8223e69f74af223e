package io.tallyport.lightspeed.xseries;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.InMemorySecretStore;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.remote.CallJournal;
import io.tallyport.remote.HandClock;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.StandIn;
import io.tallyport.remote.TestCredentials;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A connector before a scripted server, with a clock that only waiting moves. */
abstract class ScriptedStore {

    static final ExternalId OUTLET = new ExternalId(Made.OUTLET);
    static final String OUTLETS = Made.envelope(
            909,
            "{\"id\":\"" + Made.OUTLET + "\",\"name\":\"Sydney\",\"deleted_at\":null,\"version\":816}",
            "{\"id\":\"" + Made.OTHER_OUTLET
                    + "\",\"name\":\"\",\"deleted_at\":\"2020-01-01T00:00:00+00:00\",\"version\":909}");

    final StandIn server = new StandIn();
    final HandClock clock = new HandClock();
    final CallJournal journal = new CallJournal();
    final InMemorySecretStore secrets = new InMemorySecretStore();
    private final XSeriesConnector connector = new XSeriesConnector(
            TestCredentials.of(secrets, clock),
            (connection, access, operation) -> {},
            journal,
            clock,
            clock,
            RemoteSettings.DEFAULT);

    @AfterEach
    void close() {
        server.close();
    }

    /** The answers to who the outlets are. */
    StandIn outlets() {
        return server.then(200, OUTLETS).then(200, Made.NO_ROWS);
    }

    InventorySource source(Map<String, String> options) {
        return session(options).port(InventorySource.class).orElseThrow();
    }

    InventorySource source() {
        return source(Map.of());
    }

    ConnectorSession session(Map<String, String> options) {
        return connector.open(connection().withOptions(options));
    }

    ConnectorSession session() {
        return session(Map.of());
    }

    XSeriesConnector connector() {
        return connector;
    }

    Connection connection() {
        return new Connection(
                new ConnectionId("till"),
                new Platform("lightspeed-x"),
                "example",
                server.url(),
                Environment.SANDBOX,
                AccessMode.READ,
                true,
                Map.of("token", secrets.store("token", new Secret("t0ken"))),
                Map.of());
    }
}
