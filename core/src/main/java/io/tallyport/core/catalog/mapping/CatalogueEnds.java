package io.tallyport.core.catalog.mapping;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.connection.LocationRef;
import io.tallyport.core.connection.Platform;
import io.tallyport.core.connection.Route;
import io.tallyport.core.kernel.Progress;
import io.tallyport.core.kernel.RouteId;

/** The catalogues at both ends of a route while a use case works on them. */
final class CatalogueEnds implements AutoCloseable {

    private final Route route;
    private final Platform from;
    private final Platform to;
    private final ConnectorSession source;
    private final ConnectorSession target;

    private CatalogueEnds(Route route, Platform from, Platform to, ConnectorSession source, ConnectorSession target) {
        this.route = route;
        this.from = from;
        this.to = to;
        this.source = source;
        this.target = target;
    }

    /**
     * Opens both ends; the first read speaks to the platforms.
     *
     * @throws IllegalArgumentException when there is no such route or an end of it has no connection
     */
    static CatalogueEnds open(RouteId id, CatalogueStores stores, Connectors connectors) {
        Route route = stores.routes()
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no route \"" + id + "\""));
        Platform from = platform(stores, route.source());
        Platform to = platform(stores, route.target());
        ConnectorSession source = connectors.open(route.source().connection());
        try {
            return new CatalogueEnds(
                    route, from, to, source, connectors.open(route.target().connection()));
        } catch (RuntimeException failed) {
            source.close();
            throw failed;
        }
    }

    private static Platform platform(CatalogueStores stores, LocationRef end) {
        return stores.connections()
                .find(end.connection())
                .map(Connection::platform)
                .orElseThrow(() -> new IllegalArgumentException("there is no connection \"" + end.connection() + "\""));
    }

    Route route() {
        return route;
    }

    /** The platform that the items come from. */
    Platform from() {
        return from;
    }

    /** The platform that the items go to. */
    Platform to() {
        return to;
    }

    ProductSource sourceProducts() {
        return products(source, route.source());
    }

    ProductSource targetProducts() {
        return products(target, route.target());
    }

    private static ProductSource products(ConnectorSession session, LocationRef end) {
        return session.port(ProductSource.class)
                .orElseThrow(() -> MappingErrors.rejected(
                        "read products",
                        MappingErrors.NO_PRODUCTS,
                        "connection \"" + end.connection() + "\" has no products to read"));
    }

    /** Reads both sides whole. */
    BothSides read(Progress progress) {
        CatalogueRead read = new CatalogueRead(progress);
        ProductSource ours = sourceProducts();
        ProductSource theirs = targetProducts();
        return new BothSides(
                read.read(ours, route.source().connection().value()),
                read.read(theirs, route.target().connection().value()));
    }

    @Override
    public void close() {
        try {
            source.close();
        } finally {
            target.close();
        }
    }
}
