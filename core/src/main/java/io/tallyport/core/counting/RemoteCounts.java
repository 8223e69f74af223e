package io.tallyport.core.counting;

import io.tallyport.core.catalog.ProductSource;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.connection.Connectors;
import io.tallyport.core.consignment.ConsignmentAbilities;
import io.tallyport.core.consignment.ConsignmentKind;
import io.tallyport.core.consignment.ConsignmentLineSink;
import io.tallyport.core.consignment.ConsignmentSink;
import io.tallyport.core.consignment.ConsignmentSource;
import io.tallyport.core.consignment.CountSink;
import io.tallyport.core.consignment.ItemLookup;
import io.tallyport.core.consignment.steps.Pause;
import io.tallyport.core.inventory.InventorySource;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.purchasing.CatalogueLookup;

/** The counts of one connection while a use case works on them; a platform that has not all that it takes holds the count. */
final class RemoteCounts implements AutoCloseable {

    private final ConnectorSession session;
    private final ConnectionId connection;

    private RemoteCounts(ConnectorSession session, ConnectionId connection) {
        this.session = session;
        this.connection = connection;
    }

    static RemoteCounts open(Connectors connectors, ConnectionId id) {
        return new RemoteCounts(connectors.open(id), id);
    }

    /** Holds the count where anything of it could not be done. */
    void check() {
        counts();
        sink();
        lines();
        levels();
        items();
        ConsignmentAbilities abilities = source().abilities();
        if (!abilities.kinds().contains(ConsignmentKind.STOCKTAKE) || !abilities.receiveLines()) {
            throw none();
        }
    }

    ConsignmentSource source() {
        return port(ConsignmentSource.class);
    }

    ConsignmentSink sink() {
        return port(ConsignmentSink.class);
    }

    ConsignmentLineSink lines() {
        return port(ConsignmentLineSink.class);
    }

    CountSink counts() {
        return port(CountSink.class);
    }

    InventorySource levels() {
        return port(InventorySource.class);
    }

    ItemLookup items() {
        return session.port(ItemLookup.class)
                .or(() -> session.port(ProductSource.class).map(CatalogueLookup::new))
                .orElseThrow(this::none);
    }

    private <T> T port(Class<T> type) {
        return session.port(type).orElseThrow(this::none);
    }

    private Pause none() {
        return Pause.held(
                CountErrors.CANNOT,
                "connection \"" + connection + "\" cannot make counts; a person makes them at the platform");
    }

    @Override
    public void close() {
        session.close();
    }
}
