package io.tallyport.shopify;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Expiring;
import io.tallyport.core.connection.Expiry;
import io.tallyport.core.connection.Health;
import io.tallyport.core.connection.Location;
import io.tallyport.core.inventory.InventorySink;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.kernel.Cursor;
import io.tallyport.core.kernel.ExternalId;
import io.tallyport.core.kernel.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An open connection to one shop. */
final class ShopifySession implements ConnectorSession {

    private final Connection connection;
    private final ShopifyClient client;
    private final BulkLevels bulk;
    private final Expiring authorization;
    private final ShopifyInventorySource source;
    private final ShopifyInventorySink sink;
    private final ShopifyProductSource products;

    ShopifySession(
            Connection connection, ShopifyClient client, BulkLevels bulk, BulkFrom bulkFrom, Expiring authorization) {
        this.connection = connection;
        this.client = client;
        this.bulk = bulk;
        this.authorization = authorization;
        this.source = new ShopifyInventorySource(client, bulk, bulkFrom);
        this.sink = new ShopifyInventorySink(client);
        this.products = new ShopifyProductSource(client);
    }

    @Override
    public Health check() {
        return client.read(
                Document.CHECK,
                new Queries.None(),
                Wire.CheckData.class,
                data -> new Health(
                        data.shop().name() + ", API version " + client.version().value(),
                        Scopes.missing(data.currentAppInstallation().handles(), connection.accessMode())));
    }

    @Override
    public List<Location> locations() {
        List<Location> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Location> page = locations(after.orElse(null));
            all.addAll(page.items());
            after = page.next().map(Cursor::value);
        } while (after.isPresent());
        return List.copyOf(all);
    }

    private Page<Location> locations(@Nullable String after) {
        Queries.Locations variables = new Queries.Locations(PageSize.LARGEST, after);
        return client.read(Document.LOCATIONS, variables, Wire.LocationsData.class, data -> {
            List<Location> places = data.locations().nodes().stream()
                    .map(place -> new Location(new ExternalId(place.id()), place.name(), place.active()))
                    .toList();
            return data.locations()
                    .next(after)
                    .map(next -> Page.withNext(places, new Cursor(next)))
                    .orElseGet(() -> Page.last(places));
        });
    }

    /** The version and, where there is one, the authorization of the owner. */
    private List<Expiry> expiries() {
        List<Expiry> all = new ArrayList<>(authorization.expiries());
        all.add(client.version().expiry(connection.id()));
        return all;
    }

    @Override
    public <T> Optional<T> port(Class<T> type) {
        if (type == Expiring.class) {
            return Optional.of(type.cast((Expiring) this::expiries));
        }
        if (type == ProductSource.class) {
            return Optional.of(type.cast(products));
        }
        if (type == InventorySource.class) {
            return Optional.of(type.cast(source));
        }
        return type == InventorySink.class ? Optional.of(type.cast(sink)) : Optional.empty();
    }

    /** Ends the downloads of reads that were given up. */
    @Override
    public void close() {
        bulk.close();
    }
}
