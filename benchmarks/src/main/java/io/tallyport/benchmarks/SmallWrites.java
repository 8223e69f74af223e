package io.tallyport.benchmarks;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.Connector;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Health;
import io.tallyport.core.connection.Location;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.inventory.InventorySink;
import io.tallyport.core.inventory.SetOutcome;
import io.tallyport.core.inventory.StockLevel;
import io.tallyport.core.inventory.StockWrite;
import io.tallyport.core.kernel.ExternalId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A platform that takes fewer lines in one write. A write costs the same points whatever its lines, so as many writes of
 * 25 lines for a tenth of the rows take the same way through the budget, at a tenth of the work.
 *
 * @param lines the most of one write
 */
record SmallWrites(Connector platformItself, int lines) implements Connector {

    @Override
    public Platform platform() {
        return platformItself.platform();
    }

    @Override
    public List<String> requiredSecrets(Map<String, String> options) {
        return platformItself.requiredSecrets(options);
    }

    @Override
    public ConnectorSession open(Connection connection) {
        return new Session(platformItself.open(connection), lines);
    }

    private record Session(ConnectorSession session, int lines) implements ConnectorSession {

        @Override
        public Health check() {
            return session.check();
        }

        @Override
        public List<Location> locations() {
            return session.locations();
        }

        @Override
        public <T> Optional<T> port(Class<T> type) {
            Optional<T> port = session.port(type);
            return type == InventorySink.class
                    ? port.map(sink -> type.cast(new Sink((InventorySink) sink, lines)))
                    : port;
        }

        @Override
        public void close() {
            session.close();
        }
    }

    private record Sink(InventorySink sink, int lines) implements InventorySink {

        @Override
        public int maxLines() {
            return Math.min(lines, sink.maxLines());
        }

        @Override
        public SetOutcome set(StockWrite write, String key) {
            return sink.set(write, key);
        }

        @Override
        public StockLevel activate(ExternalId location, ExternalId item, String key) {
            return sink.activate(location, item, key);
        }
    }
}
