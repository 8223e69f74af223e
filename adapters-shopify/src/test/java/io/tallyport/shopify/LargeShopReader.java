package io.tallyport.shopify;

import io.tallyport.core.connection.AccessMode;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Environment;
import io.tallyport.core.connection.InMemorySecretStore;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.inventory.LevelPage;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.remote.RemoteSettings;
import io.tallyport.remote.TestCredentials;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Reads the shop at the given address to its end, keeping nothing, and prints how many rows came and were proven. */
final class LargeShopReader {

    private LargeShopReader() {}

    public static void main(String[] args) {
        InMemorySecretStore secrets = new InMemorySecretStore();
        HandTurnedClock clock = new HandTurnedClock();
        ShopifyConnector connector = new ShopifyConnector(
                TestCredentials.of(secrets, clock),
                (connection, access, operation) -> {},
                new Journal(),
                clock,
                clock,
                RemoteSettings.DEFAULT);
        try (ConnectorSession session = connector.open(new Connection(
                new ConnectionId("web"),
                connector.platform(),
                "large.example",
                URI.create(args[0]),
                Environment.SANDBOX,
                AccessMode.READ,
                true,
                Map.of("token", secrets.store("token", new Secret(Rig.TOKEN))),
                Map.of()))) {
            System.out.println(read(session.port(InventorySource.class).orElseThrow()));
        }
    }

    private static String read(InventorySource source) {
        long rows = 0;
        LevelPage page = source.levels(Rig.LOCATION, Optional.empty());
        rows += page.items().size();
        while (page.next().isPresent()) {
            page = source.levels(Rig.LOCATION, page.next());
            rows += page.items().size();
        }
        return rows + " of " + page.total().orElse(-1);
    }
}
