package io.tallyport.core.connection;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Knows one platform and opens connections to it.
 *
 * <p>Opening does no I/O; the first call does. Thread-safe.
 */
public interface Connector {

    Platform platform();

    /**
     * The purposes of the secrets that a connection with these options must be given, such as {@code token}; what it is
     * given later, by an authorization, is not among them.
     *
     * @throws IllegalArgumentException when an option cannot be used
     */
    List<String> requiredSecrets(Map<String, String> options);

    /**
     * Opens a connection.
     *
     * @throws IllegalArgumentException when an option or the base URL cannot be used, with what is wrong
     */
    ConnectorSession open(Connection connection);

    /**
     * How the owner of the account is asked for the right to use it; empty for a connection that authenticates in another
     * way.
     *
     * @throws IllegalArgumentException as {@link #open}
     */
    default Optional<Authorizer> authorizer(Connection connection) {
        return Optional.empty();
    }
}
