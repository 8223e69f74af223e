package io.tallyport.core.connection;

import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.RouteId;
import java.util.Comparator;

/**
 * Something that can be halted by itself.
 *
 * @param name of the connection or the route
 */
public record Halted(Kind kind, String name) implements Comparable<Halted> {

    private static final Comparator<Halted> ORDER =
            Comparator.comparing(Halted::kind).thenComparing(Halted::name);

    /** What it is. */
    public enum Kind {
        /** Nothing is written through it. */
        CONNECTION,
        /** It is neither planned nor synced, and its plans are not applied. */
        ROUTE
    }

    public static Halted of(ConnectionId connection) {
        return new Halted(Kind.CONNECTION, connection.value());
    }

    public static Halted of(RouteId route) {
        return new Halted(Kind.ROUTE, route.value());
    }

    @Override
    public int compareTo(Halted other) {
        return ORDER.compare(this, other);
    }
}
