package io.tallyport.core.connection;

import io.tallyport.core.kernel.InMemoryTable;
import java.util.Optional;
import java.util.UUID;

/** Secrets in memory, in clear: for tests. */
public final class InMemorySecretStore implements SecretStore {

    private final InMemoryTable<String, Secret> secrets = new InMemoryTable<>();

    @Override
    public SecretHandle store(String purpose, Secret secret) {
        SecretHandle handle = new SecretHandle(UUID.randomUUID().toString());
        secrets.put(handle.value(), secret);
        return handle;
    }

    @Override
    public Optional<Secret> reveal(SecretHandle handle) {
        return secrets.get(handle.value());
    }

    @Override
    public synchronized boolean replace(SecretHandle handle, Secret secret) {
        if (reveal(handle).isEmpty()) {
            return false;
        }
        secrets.put(handle.value(), secret);
        return true;
    }

    @Override
    public void forget(SecretHandle handle) {
        secrets.remove(handle.value());
    }
}
