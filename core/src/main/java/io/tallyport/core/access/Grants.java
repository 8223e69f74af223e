package io.tallyport.core.access;

import io.tallyport.core.kernel.ConnectionId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which role is held where.
 *
 * @param everywhere for all connections, and for what belongs to none
 * @param on for single connections, beside that
 */
public record Grants(Optional<Role> everywhere, Map<ConnectionId, Role> on) {

    public Grants {
        on = Map.copyOf(on);
        if (everywhere.isEmpty() && on.isEmpty()) {
            throw new IllegalArgumentException("a token without any role opens nothing; give it one");
        }
    }

    /** One role for everything. */
    public static Grants everywhere(Role role) {
        return new Grants(Optional.of(role), Map.of());
    }

    /** Whether {@code needed} is held for what belongs to no connection. */
    public boolean allow(Role needed) {
        return everywhere.filter(role -> role.covers(needed)).isPresent();
    }

    /** Whether {@code needed} is held for a connection. */
    public boolean allow(Role needed, ConnectionId connection) {
        Role own = on.get(connection);
        return allow(needed) || (own != null && own.covers(needed));
    }

    /** Whether {@code needed} is held anywhere at all. */
    public boolean allowSomewhere(Role needed) {
        return allow(needed) || on.values().stream().anyMatch(role -> role.covers(needed));
    }

    /** As people write it: {@code viewer, operator on till}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(everywhere.map(Role::word).orElse(""));
        new TreeMap<>(on)
                .forEach((connection, role) -> text.append(text.isEmpty() ? "" : ", ")
                        .append(role.word())
                        .append(" on ")
                        .append(connection));
        return text.toString();
    }
}
