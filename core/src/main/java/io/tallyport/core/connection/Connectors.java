package io.tallyport.core.connection;

import io.tallyport.core.kernel.ConnectionId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The connectors of this installation, by platform. */
public final class Connectors {

    private final Map<String, Connector> byPlatform = new TreeMap<>();
    private final ConnectionStore connections;

    public Connectors(Iterable<Connector> connectors, ConnectionStore connections) {
        for (Connector connector : connectors) {
            byPlatform.put(connector.platform().code(), connector);
        }
        this.connections = connections;
    }

    /** The platforms that can be connected to. */
    public List<Platform> platforms() {
        return byPlatform.keySet().stream().map(Platform::new).toList();
    }

    /**
     * The connector of a platform.
     *
     * @throws IllegalArgumentException for a platform that nobody here knows
     */
    public Connector of(Platform platform) {
        Connector connector = byPlatform.get(platform.code());
        if (connector == null) {
            throw new IllegalArgumentException(
                    "unknown platform \"" + platform + "\"; there are: " + String.join(", ", byPlatform.keySet()));
        }
        return connector;
    }

    /**
     * Opens a stored connection.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public ConnectorSession open(ConnectionId id) {
        Connection connection = connections
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no connection \"" + id + "\""));
        return of(connection.platform()).open(connection);
    }
}
