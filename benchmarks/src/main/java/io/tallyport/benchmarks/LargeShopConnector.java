package io.tallyport.benchmarks;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Connector;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Health;
import io.tallyport.core.connection.Location;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.kernel.ExternalId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens a computed shop, as an adapter opens a real one. */
record LargeShopConnector(Platform platform, LargeShop shop) implements Connector {

    static final ExternalId LOCATION = new ExternalId("1");

    @Override
    public List<String> requiredSecrets(Map<String, String> options) {
        return List.of();
    }

    @Override
    public ConnectorSession open(Connection connection) {
        return new Session(shop);
    }

    private record Session(LargeShop shop) implements ConnectorSession {

        @Override
        public Health check() {
            return new Health("computed", List.of());
        }

        @Override
        public List<Location> locations() {
            return List.of(new Location(LOCATION, "Main", true));
        }

        @Override
        public <T> Optional<T> port(Class<T> type) {
            if (type == ProductSource.class) {
                return Optional.of(type.cast(new LargeProducts(shop)));
            }
            return type == InventorySource.class ? Optional.of(type.cast(shop)) : Optional.empty();
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
