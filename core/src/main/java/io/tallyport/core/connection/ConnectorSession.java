package io.tallyport.core.connection;

import java.util.List;
import java.util.Optional;

/** An open connection: says whether it works, where stock is, and what it can do. Thread-safe. */
public interface ConnectorSession extends AutoCloseable {

    /**
     * Asks the platform who we are and whether our rights suffice.
     *
     * @throws io.tallyport.core.kernel.PortException when it did not answer properly
     */
    Health check();

    /** All locations, inactive ones included, in the platform's order. */
    List<Location> locations();

    /** The implementation of a port, such as {@code InventorySource}; empty where the platform cannot do it. */
    <T> Optional<T> port(Class<T> type);

    @Override
    void close();
}
