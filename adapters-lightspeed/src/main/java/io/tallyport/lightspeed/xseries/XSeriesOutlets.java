package io.tallyport.lightspeed.xseries;

import com.fasterxml.jackson.databind.JsonNode;
import io.tallyport.core.connection.Location;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.remote.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The outlets of a store, deleted ones included. Thread-safe. */
final class XSeriesOutlets {

    private static final String OPERATION = "outlets.list";
    private static final int PAGE = 1000;

    private final ApiVersion version;
    private final XSeriesClient client;
    private volatile Set<ExternalId> known = Set.of();

    XSeriesOutlets(ApiVersion version, XSeriesClient client) {
        this.version = version;
        this.client = client;
    }

    ApiVersion version() {
        return version;
    }

    /** An outlet that changed meanwhile comes again, and the later counts. */
    List<Location> all() {
        Map<ExternalId, Location> found = new LinkedHashMap<>();
        long after = 0;
        VersionPage<Location> page;
        do {
            page = page(after);
            page.rows().forEach(outlet -> found.put(outlet.id(), outlet));
            after = page.last();
        } while (!page.isEnd());
        List<Location> outlets = new ArrayList<>(found.values());
        known = outlets.stream().map(Location::id).collect(Collectors.toUnmodifiableSet());
        return List.copyOf(outlets);
    }

    private VersionPage<Location> page(long after) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("after", after);
        parameters.put("page_size", PAGE);
        parameters.put("deleted", true);
        return client.get(OPERATION, version, "outlets", parameters, body -> outlets(body, after));
    }

    private VersionPage<Location> outlets(JsonNode body, long after) {
        VersionPage<OutletWire> page = Wire.enveloped(body, OutletWire.class, version, after);
        return new VersionPage<>(
                page.rows().stream().map(XSeriesOutlets::location).toList(), page.last());
    }

    private static Location location(OutletWire outlet) {
        String id = outlet.id();
        if (id == null || id.isBlank()) {
            throw Problem.unreadable("an outlet came without id").asException();
        }
        String name = outlet.name();
        return new Location(
                new ExternalId(id),
                name == null || name.isBlank() ? "Outlet " + id : name,
                outlet.deletedAt() == null || outlet.deletedAt().isBlank());
    }

    /**
     * Returns when there is such an outlet.
     *
     * @throws io.tallyport.core.kernel.PortException.Rejected when there is none
     */
    void require(ExternalId outlet) {
        if (known.contains(outlet)) {
            return;
        }
        all();
        if (!known.contains(outlet)) {
            throw client.rejected(
                    OPERATION, XSeriesErrors.OUTLET_UNKNOWN, "there is no outlet \"" + outlet + "\" at this store");
        }
    }
}
