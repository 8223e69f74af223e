package io.tallyport.benchmarks;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Connector;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Health;
import io.tallyport.core.connection.Location;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.kernel.ExternalId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Opens a moving shop; what a session and a list of locations cost is counted as the dearest adapter's requests. */
record MovingShopConnector(Platform platform, MovingShop shop, AtomicLong requests) implements Connector {

    static final ExternalId LOCATION = new ExternalId("1");

    @Override
    public List<String> requiredSecrets(Map<String, String> options) {
        return List.of();
    }

    /** R-Series lists its shops once for each session. */
    @Override
    public ConnectorSession open(Connection connection) {
        requests.incrementAndGet();
        return new Session(shop, requests);
    }

    private record Session(MovingShop shop, AtomicLong requests) implements ConnectorSession {

        @Override
        public Health check() {
            return new Health("computed", List.of());
        }

        @Override
        public List<Location> locations() {
            requests.incrementAndGet();
            return List.of(new Location(LOCATION, "Main", true));
        }

        @Override
        public <T> Optional<T> port(Class<T> type) {
            return type.isInstance(shop) ? Optional.of(type.cast(shop)) : Optional.empty();
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
