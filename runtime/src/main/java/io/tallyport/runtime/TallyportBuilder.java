package io.tallyport.runtime;

import io.tallyport.core.connection.Connector;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what a Tallyport is started with. Everything has a default: the embedded database under {@code ~/.tallyport},
 * the process's environment, the system's clock.
 */
public final class TallyportBuilder {

    private Path dataDirectory = Path.of(System.getProperty("user.home"), ".tallyport");
    private Map<String, String> environment = System.getenv();
    private Clock clock = Clock.systemUTC();
    private final Map<String, String> overrides = new HashMap<>();
    private final List<Connector> connectors = new ArrayList<>();

    TallyportBuilder() {}

    /** Where the embedded database, its key and {@code .env} are. */
    public TallyportBuilder dataDirectory(Path directory) {
        dataDirectory = directory;
        return this;
    }

    /** The variables to read {@code TALLYPORT_*} settings from, in place of the process's own. */
    public TallyportBuilder environment(Map<String, String> variables) {
        environment = Map.copyOf(variables);
        return this;
    }

    /** Uses a MariaDB server in place of the embedded database. */
    public TallyportBuilder mariaDb(String jdbcUrl, String user, String password) {
        overrides.put("TALLYPORT_DB_URL", jdbcUrl);
        overrides.put("TALLYPORT_DB_USER", user);
        overrides.put("TALLYPORT_DB_PASSWORD", password);
        return this;
    }

    public TallyportBuilder clock(Clock other) {
        clock = other;
        return this;
    }

    /** Adds a platform of the embedding service's own. */
    public TallyportBuilder connector(Connector connector) {
        connectors.add(connector);
        return this;
    }

    /**
     * Opens the database, brings an embedded one up to date, and wires the use cases.
     *
     * @throws IllegalArgumentException when settings are wrong, with all of them named
     * @throws io.tallyport.core.kernel.PortException when the database cannot be reached, or is newer than this program
     */
    public Tallyport start() {
        throw new UnsupportedOperationException("wired in the next commit");
    }

    Path dataDirectory() {
        return dataDirectory;
    }

    Map<String, String> environment() {
        return environment;
    }

    Clock clock() {
        return clock;
    }

    Map<String, String> overrides() {
        return Map.copyOf(overrides);
    }

    List<Connector> connectors() {
        return List.copyOf(connectors);
    }
}
