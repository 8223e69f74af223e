package io.tallyport.core.connection;

final class InMemorySecretStoreTest implements SecretStoreContract {

    private final SecretStore store = new InMemorySecretStore();

    @Override
    public SecretStore subject() {
        return store;
    }
}
