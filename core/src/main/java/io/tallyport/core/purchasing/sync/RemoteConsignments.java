package io.tallyport.core.purchasing.sync;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.consignment.ConsignmentLineSink;
import io.tallyport.core.consignment.ConsignmentSink;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.ItemLookup;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.kernel.PortException;
import io.tallyport.core.purchasing.CatalogueLookup;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.core.purchasing.SearchThenCatalogue;
import java.util.Optional;

/** The consignments of one connection while a use case works on them. */
public final class RemoteConsignments implements AutoCloseable {

    private final ConnectorSession session;
    private final ConnectionId connection;

    private RemoteConsignments(ConnectorSession session, ConnectionId connection) {
        this.session = session;
        this.connection = connection;
    }

    /**
     * Opens it; the first call speaks to the platform.
     *
     * @throws IllegalArgumentException when there is no such connection
     */
    public static RemoteConsignments open(Connectors connectors, ConnectionId id) {
        return new RemoteConsignments(connectors.open(id), id);
    }

    /** Reads. Refused where the platform keeps none. */
    public ConsignmentSource source() {
        return port(ConsignmentSource.class);
    }

    /** Creates and advances. */
    public ConsignmentSink sink() {
        return port(ConsignmentSink.class);
    }

    /** Writes lines. */
    public ConsignmentLineSink lines() {
        return port(ConsignmentLineSink.class);
    }

    /** Finds items: the platform's own way where it has one, else by all products. */
    public ItemLookup items() {
        Optional<ItemLookup> search = session.port(ItemLookup.class);
        Optional<ItemLookup> catalogue = session.port(ProductSource.class).map(CatalogueLookup::new);
        return search.flatMap(own -> catalogue.map(all -> (ItemLookup) new SearchThenCatalogue(own, all)))
                .or(() -> search)
                .or(() -> catalogue)
                .orElseThrow(this::none);
    }

    private <T> T port(Class<T> type) {
        return session.port(type).orElseThrow(this::none);
    }

    private PortException none() {
        return PurchaseErrors.rejected(
                "open consignments",
                PurchaseErrors.NO_CONSIGNMENTS,
                "connection \"" + connection + "\" has no purchase orders, or no products to put into them");
    }

    @Override
    public void close() {
        session.close();
    }
}
