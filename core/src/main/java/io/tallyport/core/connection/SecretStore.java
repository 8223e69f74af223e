package io.tallyport.core.connection;

import java.util.Optional;

/**
 * Keeps secrets encrypted at rest.
 *
 * <p>A wrong master key is a {@link io.tallyport.core.kernel.PortException.Rejected} that names the fix. Thread-safe.
 */
public interface SecretStore {

    /** Stores {@code secret} under a new handle; {@code purpose} says in words what it opens. */
    SecretHandle store(String purpose, Secret secret);

    /** The secret in clear; empty for an unknown handle. */
    Optional<Secret> reveal(SecretHandle handle);

    /** Puts another secret under the same handle; false for an unknown handle. */
    boolean replace(SecretHandle handle, Secret secret);

    /** Deletes the secret; nothing happens for an unknown handle. */
    void forget(SecretHandle handle);
}
