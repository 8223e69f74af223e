package io.tallyport.cli;

import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.Location;
import io.tallyport.core.connection.LocationRef;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Asks the platform which of its locations a person means, so that a route never leads to a mistyped place. */
final class LocationFinder {

    private final Connectors connectors;

    LocationFinder(Connectors connectors) {
        this.connectors = connectors;
    }

    /**
     * The location by its id, the last part of its id, or its name.
     *
     * @throws IllegalArgumentException when there is none such, several, or it is closed; the message lists what there is
     */
    LocationRef find(LocationName name) {
        List<Location> all;
        try (ConnectorSession session = connectors.open(name.connection())) {
            all = session.locations();
        }
        String wanted = name.location();
        List<Location> found = matching(all, one -> one.id().value().equals(wanted));
        if (found.isEmpty()) {
            found = matching(all, one -> one.id().value().endsWith("/" + wanted));
        }
        if (found.isEmpty()) {
            found = matching(all, one -> one.name().equalsIgnoreCase(wanted));
        }
        if (found.size() != 1) {
            throw new IllegalArgumentException((found.isEmpty() ? "no location" : "more than one location") + " of \""
                    + name.connection() + "\" is \"" + wanted + "\"; there is: " + listed(all));
        }
        Location location = found.get(0);
        if (!location.active()) {
            throw new IllegalArgumentException("location \"" + location.name() + "\" of \"" + name.connection()
                    + "\" is closed; there is: " + listed(matching(all, Location::active)));
        }
        return new LocationRef(name.connection(), location.id());
    }

    private static List<Location> matching(List<Location> all, Predicate<Location> rule) {
        return all.stream().filter(rule).toList();
    }

    private static String listed(List<Location> all) {
        return all.stream().map(one -> one.id() + " (" + one.name() + ")").collect(Collectors.joining(", "));
    }
}
