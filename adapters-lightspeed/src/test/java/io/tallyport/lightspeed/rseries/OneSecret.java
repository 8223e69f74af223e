package io.tallyport.lightspeed.rseries;

import io.tallyport.core.connection.Secret;
import io.tallyport.core.connection.SecretHandle;
import io.tallyport.core.connection.SecretStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps secrets in memory. */
final class OneSecret implements SecretStore {

    private final Map<SecretHandle, Secret> secrets = new ConcurrentHashMap<>();

    @Override
    public SecretHandle store(String purpose, Secret secret) {
        SecretHandle handle = new SecretHandle("h" + secrets.size());
        secrets.put(handle, secret);
        return handle;
    }

    @Override
    public Optional<Secret> reveal(SecretHandle handle) {
        return Optional.ofNullable(secrets.get(handle));
    }

    @Override
    public boolean replace(SecretHandle handle, Secret secret) {
        return secrets.replace(handle, secret) != null;
    }

    @Override
    public void forget(SecretHandle handle) {
        secrets.remove(handle);
    }
}
