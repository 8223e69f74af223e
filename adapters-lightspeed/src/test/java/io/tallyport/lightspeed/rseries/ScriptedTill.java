package io.tallyport.lightspeed.rseries;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.InMemorySecretStore;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.remote.CallJournal;
import io.tallyport.remote.HandClock;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.StandIn;
import io.tallyport.remote.TestCredentials;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A connector before a scripted server, with a clock that only waiting moves. */
abstract class ScriptedTill {

    static final String SHOPS = """
            {"@attributes":{"next":"","previous":""},"Shop":[{"shopID":"0","name":"All"},
             {"shopID":"1","name":"Main","archived":"false"},{"shopID":"2","name":"Old","archived":"true"}]}""";

    final StandIn server = new StandIn();
    final HandClock clock = new HandClock();
    final CallJournal journal = new CallJournal();
    final InMemorySecretStore secrets = new InMemorySecretStore();

    @AfterEach
    void close() {
        server.close();
    }

    InventorySource source() {
        return session().port(InventorySource.class).orElseThrow();
    }

    ConnectorSession session() {
        return connector().open(connection());
    }

    RSeriesConnector connector() {
        return new RSeriesConnector(
                TestCredentials.of(secrets, clock),
                (connection, access, operation) -> {},
                journal,
                clock,
                clock,
                RemoteSettings.DEFAULT);
    }

    Connection connection() {
        return new Connection(
                new ConnectionId("till"),
                new Platform("lightspeed-r"),
                "797",
                server.url(),
                Environment.SANDBOX,
                AccessMode.READ,
                true,
                Map.of("token", secrets.store("token", new Secret("t0ken"))),
                Map.of());
    }
}
