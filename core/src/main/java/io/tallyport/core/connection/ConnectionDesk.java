package io.tallyport.core.connection;

import io.tallyport.core.history.AuditEntry;
import io.tallyport.core.history.AuditTrail;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.RouteId;
import io.tallyport.core.kernel.UnitOfWork;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Adds, changes and removes connections, with their secrets; each change is in the audit trail. */
public final class ConnectionDesk {

    private final ConnectionStore connections;
    private final RouteStore routes;
    private final SecretStore secrets;
    private final Connectors connectors;
    private final AuditTrail audit;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    public ConnectionDesk(
            ConnectionStore connections,
            RouteStore routes,
            SecretStore secrets,
            Connectors connectors,
            AuditTrail audit,
            UnitOfWork unitOfWork,
            Clock clock) {
        this.connections = connections;
        this.routes = routes;
        this.secrets = secrets;
        this.connectors = connectors;
        this.audit = audit;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** A connection that does not exist yet. */
    public record Draft(
            ConnectionId id,
            Platform platform,
            String account,
            URI baseUrl,
            Environment environment,
            AccessMode accessMode,
            Map<String, Secret> secrets,
            Map<String, String> options) {

        public Draft {
            secrets = Map.copyOf(secrets);
            options = Map.copyOf(options);
        }
    }

    /** What is to be changed; what is empty stays. */
    public record Change(
            Optional<URI> baseUrl,
            Optional<AccessMode> accessMode,
            Optional<Boolean> enabled,
            Map<String, Secret> secrets,
            Map<String, String> options) {

        /** Only the switch. */
        public static Change enabled(boolean on) {
            return new Change(Optional.empty(), Optional.empty(), Optional.of(on), Map.of(), Map.of());
        }
    }

    /**
     * Adds a connection; nothing is sent to the platform.
     *
     * @throws IllegalArgumentException when the name is taken, the platform unknown, a secret missing, or a value wrong
     */
    public Connection add(Draft draft, String actor) {
        Connector connector = connectors.of(draft.platform());
        requireSecrets(connector, draft.options(), draft.secrets().keySet());
        return unitOfWork.inOne(() -> {
            if (connections.find(draft.id()).isPresent()) {
                throw new IllegalArgumentException("there is a connection \"" + draft.id() + "\" already");
            }
            Connection added = new Connection(
                    draft.id(),
                    draft.platform(),
                    draft.account(),
                    draft.baseUrl(),
                    draft.environment(),
                    draft.accessMode(),
                    true,
                    Map.of(),
                    draft.options());
            connector.open(added).close();
            Connection stored = added.withSecrets(store(added, draft.secrets()));
            connections.save(stored);
            record(actor, "connection added", stored.id(), draft.platform() + " " + draft.account());
            return stored;
        });
    }

    /**
     * Changes a connection.
     *
     * @throws IllegalArgumentException when there is none of that name, or a value is wrong
     */
    public Connection change(ConnectionId id, Change change, String actor) {
        return unitOfWork.inOne(() -> {
            Connection old = get(id);
            Map<String, String> options = new HashMap<>(old.options());
            options.putAll(change.options());
            Connection changed = old.withBaseUrl(change.baseUrl().orElse(old.baseUrl()))
                    .withAccessMode(change.accessMode().orElse(old.accessMode()))
                    .withEnabled(change.enabled().orElse(old.enabled()))
                    .withOptions(options);
            Connector connector = connectors.of(old.platform());
            connector.open(changed).close();
            Set<String> given = new TreeSet<>(old.secrets().keySet());
            given.addAll(change.secrets().keySet());
            requireSecrets(connector, options, given);
            Connection stored = changed.withSecrets(store(changed, change.secrets()));
            connections.save(stored);
            record(actor, "connection changed", id, what(old, stored, change));
            return stored;
        });
    }

    /**
     * Removes a connection and its secrets.
     *
     * @throws IllegalArgumentException when there is none of that name, or a route uses it
     */
    public void remove(ConnectionId id, String actor) {
        unitOfWork.inOne(() -> {
            Connection old = get(id);
            List<RouteId> users = routes.all().stream()
                    .filter(route -> route.source().connection().equals(id)
                            || route.target().connection().equals(id))
                    .map(Route::id)
                    .toList();
            if (!users.isEmpty()) {
                throw new IllegalArgumentException(
                        "connection \"" + id + "\" is used by these routes, remove them first: " + users);
            }
            connections.remove(id);
            old.secrets().values().forEach(secrets::forget);
            record(actor, "connection removed", id, old.platform() + " " + old.account());
        });
    }

    private static void requireSecrets(Connector connector, Map<String, String> options, Set<String> given) {
        Set<String> missing = new TreeSet<>(connector.requiredSecrets(options));
        missing.removeAll(given);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "platform " + connector.platform() + " needs the secret " + String.join(", ", missing));
        }
    }

    private Connection get(ConnectionId id) {
        return connections
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no connection \"" + id + "\""));
    }

    private Map<String, SecretHandle> store(Connection connection, Map<String, Secret> fresh) {
        Map<String, SecretHandle> handles = new HashMap<>(connection.secrets());
        fresh.forEach((purpose, secret) -> {
            SecretHandle known = handles.get(purpose);
            if (known == null || !secrets.replace(known, secret)) {
                handles.put(purpose, secrets.store(connection.id() + " " + purpose, secret));
            }
        });
        return handles;
    }

    private static String what(Connection old, Connection now, Change change) {
        return "access " + old.accessMode() + " -> " + now.accessMode() + ", enabled " + old.enabled() + " -> "
                + now.enabled() + ", secrets replaced: "
                + new TreeSet<>(change.secrets().keySet());
    }

    private void record(String actor, String action, ConnectionId id, String details) {
        audit.record(new AuditEntry(clock.instant(), actor, action, id.value(), details));
    }
}
