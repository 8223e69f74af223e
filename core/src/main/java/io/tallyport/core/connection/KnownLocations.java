package io.tallyport.core.connection;

import java.time.Instant;
import java.util.List;

/**
 * The locations of a connection as it listed them last.
 *
 * @param basis what the connection was then
 */
public record KnownLocations(String basis, List<Location> locations, Instant at) {

    public KnownLocations {
        locations = List.copyOf(locations);
    }
}
