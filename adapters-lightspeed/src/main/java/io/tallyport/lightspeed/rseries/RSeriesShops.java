package io.tallyport.lightspeed.rseries;

import io.tallyport.core.connection.Location;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.FailureContext;
import io.tallyport.core.kernel.PortException;
import io.tallyport.remote.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The shops of an account, archived ones included; shop 0 stands for all of them and is none. Thread-safe. */
final class RSeriesShops {

    private static final String ENTITY = "Shop";
    private static final String ALL_SHOPS = "0";

    private final RSeriesPages pages;
    private final ConnectionId connection;
    private volatile Set<ExternalId> known = Set.of();

    RSeriesShops(RSeriesPages pages, ConnectionId connection) {
        this.pages = pages;
        this.connection = connection;
    }

    List<Location> all() {
        List<Location> shops = read();
        known = shops.stream().map(Location::id).collect(Collectors.toUnmodifiableSet());
        return shops;
    }

    /** The vendor lists {@code archived} for all entities, but not by name for shops: without it, archived ones hide. */
    private List<Location> read() {
        try {
            return read(Map.of("archived", "true"));
        } catch (PortException.Rejected e) {
            if (e.context().vendorStatus().orElse(0) != 400) {
                throw e;
            }
            return read(Map.of());
        }
    }

    private List<Location> read(Map<String, String> parameters) {
        return pages
                .each(
                        "Shop.list",
                        1,
                        ENTITY,
                        parameters,
                        page -> page.shops().stream()
                                .filter(shop -> !ALL_SHOPS.equals(shop.shopID()))
                                .map(RSeriesShops::location)
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Returns when there is such a shop.
     *
     * @throws PortException.Rejected when there is none
     */
    void require(ExternalId shop) {
        if (known.contains(shop) || (!shop.value().equals(ALL_SHOPS) && isThere(shop))) {
            return;
        }
        throw new PortException.Rejected(
                FailureContext.of("Shop.list").on(connection).withCode(LightspeedErrors.LOCATION_UNKNOWN),
                "there is no shop \"" + shop + "\" at this account");
    }

    private boolean isThere(ExternalId shop) {
        return all().stream().anyMatch(location -> location.id().equals(shop));
    }

    private static Location location(PageWire.ShopWire shop) {
        String id = shop.shopID();
        if (id == null || id.isBlank()) {
            throw Problem.unreadable("a shop came without shopID").asException();
        }
        String name = shop.name();
        return new Location(
                new ExternalId(id),
                name == null || name.isBlank() ? "Shop " + id : name,
                !"true".equalsIgnoreCase(shop.archived()));
    }
}
