package io.tallyport.core.connection;

import java.util.List;

/**
 * Knows one platform and opens connections to it.
 *
 * <p>Opening does no I/O; the first call does. Thread-safe.
 */
public interface Connector {

    Platform platform();

    /** The purposes of the secrets that a connection needs, such as {@code token}. */
    List<String> requiredSecrets();

    /**
     * Opens a connection.
     *
     * @throws IllegalArgumentException when an option or the base URL cannot be used, with what is wrong
     */
    ConnectorSession open(Connection connection);
}
