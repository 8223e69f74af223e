package io.tallyport.core.webhook;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectionStore;
import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SecretStore;
import io.tallyport.core.kernel.ConnectionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds what a connection's hooks are checked with, and remembers it for some seconds, so that a hook costs one commit and
 * no reading. A secret that was changed counts after that time at the latest, and at once for a hook that would be refused.
 */
public final class HookDoors {

    /** How long a door is taken as it was found. */
    static final Duration FRESH = Duration.ofSeconds(10);

    private static final Duration RECENT = Duration.ofSeconds(1);
    private static final int MOST = 1_000;

    private final ConnectionStore connections;
    private final SecretStore secrets;
    private final HookFormats formats;
    private final Clock clock;
    private final Map<ConnectionId, Known> known = new ConcurrentHashMap<>();

    public HookDoors(ConnectionStore connections, SecretStore secrets, HookFormats formats, Clock clock) {
        this.connections = connections;
        this.secrets = secrets;
        this.formats = formats;
        this.clock = clock;
    }

    private record Known(Optional<HookDoor> door, Instant at) {

        boolean isYounger(Duration age, Instant now) {
            return Duration.between(at, now).abs().compareTo(age) < 0;
        }
    }

    /** The door of a connection; empty when there is none of that name whose platform sends hooks. */
    Optional<HookDoor> find(ConnectionId id) {
        return find(id, FRESH);
    }

    /** As it is in the database, unless it was looked up a moment ago. */
    Optional<HookDoor> findAnew(ConnectionId id) {
        return find(id, RECENT);
    }

    private Optional<HookDoor> find(ConnectionId id, Duration age) {
        Instant now = clock.instant();
        Known before = known.get(id);
        if (before != null && before.isYounger(age, now)) {
            return before.door();
        }
        Optional<HookDoor> door = connections.find(id).flatMap(this::door);
        if (known.size() >= MOST) {
            // Names that somebody makes up must not fill the memory.
            known.clear();
        }
        known.put(id, new Known(door, now));
        return door;
    }

    private Optional<HookDoor> door(Connection connection) {
        return formats.find(connection.platform())
                .map(format -> new HookDoor(
                        connection.id(),
                        format,
                        reveal(connection, HookSecrets.ALL_SIGNING),
                        reveal(connection, HookSecrets.ALL_PATHS)));
    }

    private List<Secret> reveal(Connection connection, List<String> purposes) {
        return purposes.stream()
                .flatMap(purpose -> Stream.ofNullable(connection.secrets().get(purpose)))
                .flatMap(handle -> secrets.reveal(handle).stream())
                .distinct()
                .toList();
    }
}
