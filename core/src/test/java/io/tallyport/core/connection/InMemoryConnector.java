package io.tallyport.core.connection;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens connections to what is in memory, and needs no secrets: for tests.
 *
 * @param ports what its sessions can do
 */
public record InMemoryConnector(Platform platform, List<Location> locations, List<?> ports) implements Connector {

    @Override
    public List<String> requiredSecrets(Map<String, String> options) {
        return List.of();
    }

    @Override
    public ConnectorSession open(Connection connection) {
        return new Session(locations, ports);
    }

    private record Session(List<Location> locations, List<?> ports) implements ConnectorSession {

        @Override
        public Health check() {
            return new Health("in memory", List.of());
        }

        @Override
        public <T> Optional<T> port(Class<T> type) {
            return ports.stream().filter(type::isInstance).map(type::cast).findFirst();
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
