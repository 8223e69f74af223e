package io.tallyport.cli;

import io.tallyport.core.connection.Connection;
import io.tallyport.core.connection.ConnectorSession;
import io.tallyport.core.kernel.ConnectionId;
import io.tallyport.core.purchasing.PurchaseErrors;
import io.tallyport.runtime.Tallyport;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which store is looked at. */
final class VendStore {

    private static final String PLATFORM = "lightspeed-x";

    @Option(
            names = "--connection",
            paramLabel = "NAME",
            description = "The connection; the only one of lightspeed-x unless given.")
    private @Nullable ConnectionId connection;

    ConnectionId id(Tallyport tallyport) {
        if (connection != null) {
            return connection;
        }
        List<ConnectionId> stores = tallyport.connections().all().stream()
                .filter(one -> one.platform().code().equals(PLATFORM))
                .map(Connection::id)
                .toList();
        if (stores.size() != 1) {
            throw new IllegalArgumentException(
                    stores.isEmpty()
                            ? "there is no connection to " + PLATFORM + "; add one with: tallyport connection add"
                            : "there are several connections to " + PLATFORM + "; name one with --connection: "
                                    + stores);
        }
        return stores.get(0);
    }

    ConnectorSession open(Tallyport tallyport) {
        return tallyport.connectors().open(id(tallyport));
    }

    /** What the platform can do. */
    static <T> T port(ConnectorSession session, Class<T> type, String what) {
        return session.port(type)
                .orElseThrow(() -> PurchaseErrors.rejected(
                        "look at the store", PurchaseErrors.NO_CONSIGNMENTS, "this platform tells of no " + what));
    }
}
